import { Button, NumberInput } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { allotTasks } from '@tsumugi/kit/contract/tasks.ts'
import type { listTeams } from '@tsumugi/kit/contract/teams.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { allotmentWords } from '@tsumugi/kit/words/allotment.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Order } from '../orders/order-look.ts'
import styles from './Shares.module.css'
import { evenShares, sumOfShares } from './shares-calc.ts'

type Team = AnswerOf<typeof listTeams>['teams'][number]

/** A percent for every team; whatever is not 0 gets tasks. */
export function Shares({ order, teams }: { order: Order; teams: readonly Team[] }) {
  const t = useWords(allotmentWords)
  const { number } = useFormats()
  const toast = useToast()
  const [percents, setPercents] = useState<number[]>(() => evenShares(teams.length))
  const allot = useChange(allotTasks, {
    onDone: ({ opened }) => toast.done(t('done', { count: number(opened) })),
  })
  const sum = sumOfShares(percents)
  const { held } = order.progress
  const shares = teams.flatMap((team, index) => {
    const shareBp = Math.round((percents[index] ?? 0) * 100)
    return shareBp > 0 ? [{ teamId: team.id, shareBp }] : []
  })
  return (
    <Section title={t('held')} aside={t('heldValue', { count: number(held) })} sheet>
      <ShareTable
        teams={teams}
        percents={percents}
        held={held}
        onChange={(index, percent) => setPercents(percents.map((each, at) => (at === index ? percent : each)))}
      />
      <p className={styles.sum} data-wrong={sum !== 100 || undefined} role="status">
        {sum === 100 ? t('sumRight') : t('sumWrong', { sum: number(sum) })}
      </p>
      {allot.error && <FailureNote failure={allot.error} />}
      <div className={styles.buttons}>
        <Button
          loading={allot.isPending}
          disabled={sum !== 100}
          onClick={() => allot.mutate({ params: { orderId: order.id }, body: { shares } })}
        >
          {t('confirm', { count: number(held) })}
        </Button>
        <Button variant="subtle" onClick={() => setPercents(evenShares(teams.length))}>
          {t('even')}
        </Button>
      </div>
    </Section>
  )
}

interface ShareTableProps {
  teams: readonly Team[]
  percents: readonly number[]
  held: number
  onChange: (index: number, percent: number) => void
}

function ShareTable({ teams, percents, held, onChange }: ShareTableProps) {
  const t = useWords(allotmentWords)
  const language = useLanguage()
  const { number } = useFormats()
  const nameOf = (team: Team) => (language === 'ja' ? team.name : team.nameEn)
  return (
    <DataTable
      caption={t('title')}
      rows={teams.map((team, index) => ({ team, index, percent: percents[index] ?? 0 }))}
      rowKey={({ team }) => team.id}
      columns={[
        { key: 'team', title: t('team'), cell: ({ team }) => nameOf(team) },
        {
          key: 'load',
          title: t('load'),
          cell: ({ team }) =>
            t('loadValue', {
              open: number(team.open),
              claimed: number(team.claimed),
              submitted: number(team.submitted),
            }),
        },
        {
          key: 'share',
          title: t('share'),
          cell: ({ team, index, percent }) => (
            <NumberInput
              aria-label={t('shareOf', { team: nameOf(team) })}
              value={percent}
              min={0}
              max={100}
              decimalScale={2}
              clampBehavior="strict"
              className={styles.percent}
              onChange={(value) => onChange(index, Number(value) || 0)}
            />
          ),
        },
        {
          key: 'gets',
          title: t('gets'),
          align: 'end',
          cell: ({ percent }) => t('getsValue', { count: number(Math.round((held * percent) / 100)) }),
        },
      ]}
    />
  )
}
