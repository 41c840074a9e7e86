import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { OrderProgress } from './OrderProgress.tsx'
import type { Order } from './order-look.ts'
import { TeamProgress } from './TeamProgress.tsx'

/** How far the tasks have come, team by team for those who know the teams. */
export function Work({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const { allotments, progress } = order
  // The whole stands first on the page while it is what the order waits for.
  if (progress.tasks === 0 || (allotments.length === 0 && order.state === 'running')) return null
  const aside = allotments.length > 0 && (
    <Button component={Link} to={`/orders/${order.id}/allotment`} variant="subtle">
      {t('seeAllotment')}
    </Button>
  )
  return (
    <Section title={t('work')} aside={aside} sheet={allotments.length === 0}>
      {allotments.length > 0 ? <TeamProgress allotments={allotments} /> : <OrderProgress progress={progress} />}
    </Section>
  )
}
