import { Checkbox } from '@mantine/core'
import { type listTasks, reopenTask } from '@tsumugi/kit/contract/tasks.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import type { RowOf } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { type Column, DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { taskWords } from '@tsumugi/kit/words/tasks.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { ReactNode } from 'react'
import { CutFee } from './CutFee.tsx'
import styles from './TasksPage.module.css'
import { type TaskState, useTaskStates } from './use-task-states.ts'

type Task = RowOf<typeof listTasks>

const tones: Record<TaskState, Tone> = {
  held: 'quiet',
  open: 'quiet',
  claimed: 'now',
  submitted: 'info',
  returned: 'care',
  accepted: 'good',
  cancelled: 'bad',
}

interface TaskTableProps {
  rows: readonly Task[]
  more: { hasMore: boolean; isLoadingMore: boolean; more: () => void }
  empty: ReactNode
  /** Numbers of the tasks to be done again; null where nobody is to choose. */
  chosen: ReadonlySet<number> | null
  onChoose: (number: number, isChosen: boolean) => void
}

/** Tasks by number: which images, in what state, with whom, since or until when. */
export function TaskTable({ rows, more, empty, chosen, onChoose }: TaskTableProps) {
  const t = useWords(taskWords)
  const states = useTaskStates()
  const { moment } = useFormats()
  const choose: Column<Task> = {
    key: 'choose',
    title: t('choose'),
    cell: ({ number, can }) =>
      can.rework && (
        <Checkbox
          aria-label={t('chooseTask', { number })}
          checked={chosen?.has(number) ?? false}
          onChange={(event) => onChoose(number, event.currentTarget.checked)}
          classNames={{ body: styles.box }}
        />
      ),
  }
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(task) => task.assignmentId}
      more={more}
      empty={empty}
      columns={[
        {
          key: 'task',
          title: t('task'),
          cell: (task) => <Name task={task} />,
        },
        {
          key: 'images',
          title: t('images'),
          whole: true,
          cell: ({ firstImage: first, units }) =>
            units > 1 ? t('imageRun', { first, last: first + units - 1 }) : t('imageOne', { first }),
        },
        {
          key: 'state',
          title: t('state'),
          whole: true,
          cell: ({ state }) => <StateChip tone={tones[state]} label={states(state)} />,
        },
        { key: 'team', title: t('team'), whole: true, cell: ({ team }) => team?.name },
        { key: 'person', title: t('person'), cell: (task) => <Holder task={task} /> },
        { key: 'pay', title: t('pay'), align: 'end', cell: (task) => <Pay task={task} /> },
        {
          key: 'when',
          title: t('when'),
          cell: ({ leaseUntil, submittedAt }) =>
            leaseUntil
              ? t('leaseUntil', { time: moment(leaseUntil) })
              : submittedAt && t('submittedAt', { time: moment(submittedAt) }),
        },
        ...(chosen ? [choose] : []),
      ]}
    />
  )
}

/** Who has it; and, where they cannot finish what was returned, the way to give it to a colleague. */
function Holder({ task }: { task: Task }) {
  const t = useWords(taskWords)
  const toast = useToast()
  const reopen = useChange(reopenTask)
  const { number, person, assignmentId } = task
  return (
    <>
      <span className={styles.holder}>{person?.name}</span>
      {task.can.reopen && (
        <ConfirmAction
          variant="subtle"
          label={t('reopen')}
          title={t('reopenTitle', { number })}
          confirmLabel={t('reopen')}
          withReason
          onConfirm={async (reason) => {
            await reopen.mutateAsync({ params: { assignmentId }, body: { reason } })
            toast.done(t('reopenDone', { number }))
          }}
        >
          {t('reopenText', { name: person?.name ?? '' })}
        </ConfirmAction>
      )}
    </>
  )
}

/** What it pays; and, while somebody has it, the way to ask them whether less will do. */
function Pay({ task }: { task: Task }) {
  const t = useWords(taskWords)
  const { yen } = useFormats()
  return (
    <>
      <span className={styles.whole}>{task.isAtMost ? t('atMost', { yen: yen(task.feeYen) }) : yen(task.feeYen)}</span>
      <CutFee task={task} />
    </>
  )
}

/** The task's number, with what is to change where it is done again. */
function Name({ task }: { task: Task }) {
  const t = useWords(taskWords)
  const { can } = useMe()
  const name = t('taskNumber', { number: task.number })
  return (
    <>
      <span className={styles.whole}>
        {can['assignment.read'] ? (
          // Beside this page, so that what is chosen here stays.
          <a href={`/work/${task.assignmentId}`} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </span>
      {task.round > 1 && (
        <span className={styles.again}>
          {t('again')}: {task.reworkReason}
        </span>
      )}
    </>
  )
}
