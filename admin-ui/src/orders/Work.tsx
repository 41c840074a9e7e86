import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { OrderProgress } from './OrderProgress.tsx'
import type { Order } from './order-look.ts'

/** How far the tasks have come. */
export function Work({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  if (['draft', 'submitted', 'quoted'].includes(order.state)) return null
  if (order.progress.tasks === 0) {
    return order.state === 'agreed' ? <p>{t('waitingSplit')}</p> : null
  }
  const allotment = order.allotments.length > 0 && (
    <Button component={Link} to={`/orders/${order.id}/allotment`} variant="subtle">
      {t('toAllot')}
    </Button>
  )
  return (
    <Section title={t('work')} lead={t('workLead')} aside={allotment} sheet>
      <OrderProgress progress={order.progress} legend />
    </Section>
  )
}
