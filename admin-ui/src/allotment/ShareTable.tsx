import { NumberInput } from '@mantine/core'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { allotmentWords } from '@tsumugi/kit/words/allotment.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Shares.module.css'
import { tasksOfShares } from './shares-calc.ts'
import type { Team } from './team.ts'

interface ShareTableProps {
  teams: readonly Team[]
  /** By the place of the team. */
  percents: readonly number[]
  /** How many tasks are to be handed out. */
  tasks: number
  onChange: (index: number, percent: number) => void
}

/** Teams with what lies with them now, the share each is to get, and what that comes to. */
export function ShareTable({ teams, percents, tasks, onChange }: ShareTableProps) {
  const t = useWords(allotmentWords)
  const language = useLanguage()
  const { number } = useFormats()
  const nameOf = (team: Team) => (language === 'ja' ? team.name : team.nameEn)
  const counts = tasksOfShares(tasks, percents)
  return (
    <DataTable
      caption={t('title')}
      rows={teams.map((team, index) => ({ team, index, percent: percents[index] ?? 0, count: counts[index] ?? 0 }))}
      rowKey={({ team }) => team.id}
      columns={[
        { key: 'team', title: t('team'), whole: true, cell: ({ team }) => nameOf(team) },
        {
          key: 'load',
          title: t('load'),
          cell: ({ team }) => (
            <span className={styles.load}>
              {t('loadValue', {
                open: number(team.open),
                claimed: number(team.claimed),
                submitted: number(team.submitted),
              })}
            </span>
          ),
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
              suffix=" %"
              decimalScale={2}
              clampBehavior="strict"
              hideControls
              className={styles.percent}
              onChange={(value) => onChange(index, Number(value) || 0)}
            />
          ),
        },
        {
          key: 'gets',
          title: t('gets'),
          align: 'end',
          whole: true,
          cell: ({ count }) => <strong>{t('getsValue', { count: number(count) })}</strong>,
        },
      ]}
    />
  )
}
