import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Order } from './order-look.ts'
import { TeamProgress } from './TeamProgress.tsx'

/** How far each team has come, for those who know the teams; the whole stands first on the page while the work goes on. */
export function Work({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const me = useMe()
  if (order.allotments.length === 0) return null
  return (
    <Section
      title={t('work')}
      aside={
        <>
          {me.can['order_terms.list'] && (
            <Button component={Link} to={`/orders/${order.id}/terms`} variant="subtle">
              {t('seeTerms')}
            </Button>
          )}
          {order.can.listTasks && (
            <Button component={Link} to={`/orders/${order.id}/tasks`} variant="subtle">
              {t('seeTasks')}
            </Button>
          )}
          <Button component={Link} to={`/orders/${order.id}/allotment`} variant="subtle">
            {t('seeAllotment')}
          </Button>
        </>
      }
    >
      <TeamProgress allotments={order.allotments} />
    </Section>
  )
}
