import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { allotmentWords } from '@tsumugi/kit/words/allotment.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { OrderProgress } from './OrderProgress.tsx'
import type { Order } from './order-look.ts'

/** What each team was given of an order, and how far it has come. */
export function TeamProgress({ allotments }: { allotments: Order['allotments'] }) {
  const t = useWords(allotmentWords)
  const { number, share } = useFormats()
  return (
    <DataTable
      caption={t('already')}
      rows={allotments}
      rowKey={(row) => row.team.id}
      columns={[
        { key: 'team', title: t('team'), whole: true, cell: (row) => row.team.name },
        { key: 'share', title: t('shareColumn'), align: 'end', cell: (row) => share(row.shareBp / 10_000) },
        {
          key: 'tasks',
          title: t('tasks'),
          align: 'end',
          whole: true,
          cell: (row) => t('alreadyTasks', { count: number(row.tasks) }),
        },
        { key: 'progress', title: t('progress'), cell: (row) => <OrderProgress progress={row.progress} /> },
      ]}
    />
  )
}
