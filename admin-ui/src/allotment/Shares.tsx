import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { allotTasks } from '@tsumugi/kit/contract/tasks.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { allotmentWords } from '@tsumugi/kit/words/allotment.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Order } from '../orders/order-look.ts'
import styles from './Shares.module.css'
import { ShareTable } from './ShareTable.tsx'
import { evenShares, shareBpOf, sumOfShares } from './shares-calc.ts'
import type { Team } from './team.ts'

/** A percent for every team; whatever is not 0 gets tasks. */
export function Shares({ order, teams }: { order: Order; teams: readonly Team[] }) {
  const t = useWords(allotmentWords)
  const { number } = useFormats()
  const toast = useToast()
  const navigate = useNavigate()
  const [percents, setPercents] = useState<number[]>(() => evenShares(teams.length))
  const allot = useChange(allotTasks, {
    onDone: ({ opened }) => {
      toast.done(t('done', { count: number(opened) }))
      void navigate({ to: `/orders/${order.id}` })
    },
  })
  const sum = sumOfShares(percents)
  // A task several people do is held once for each of them.
  const tasks = Math.round(order.progress.held / (order.split?.overlap ?? 1))
  const shares = teams.flatMap((team, index) => {
    const shareBp = shareBpOf(percents[index] ?? 0)
    return shareBp > 0 ? [{ teamId: team.id, shareBp }] : []
  })
  return (
    <Section title={t('held')} aside={t('heldValue', { count: number(tasks) })} sheet>
      <ShareTable
        teams={teams}
        percents={percents}
        tasks={tasks}
        onChange={(index, percent) => setPercents(percents.map((each, at) => (at === index ? percent : each)))}
      />
      <div className={styles.below}>
        <p className={styles.sum} data-wrong={sum !== 100 || undefined} role="status">
          {sum === 100 ? t('sumRight') : t('sumWrong', { sum: number(sum) })}
        </p>
        <Button variant="subtle" onClick={() => setPercents(evenShares(teams.length))}>
          {t('even')}
        </Button>
      </div>
      {allot.error && <FailureNote failure={allot.error} />}
      <Button
        mt="md"
        loading={allot.isPending}
        disabled={sum !== 100}
        onClick={() => allot.mutate({ params: { orderId: order.id }, body: { shares } })}
      >
        {t('confirm', { count: number(tasks) })}
      </Button>
    </Section>
  )
}
