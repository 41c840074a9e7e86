import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { listTasks } from '@tsumugi/kit/contract/tasks.ts'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

export type TaskState = AnswerOf<typeof listTasks>['rows'][number]['state']

const words = {
  held: 'held',
  open: 'open',
  claimed: 'claimed',
  submitted: 'submittedTasks',
  returned: 'returned',
  accepted: 'acceptedTasks',
  cancelled: 'cancelled',
} as const satisfies Record<TaskState, keyof (typeof orderWords)['ja']>

/** The state of a task in words, as the bars of progress say it. */
export function useTaskStates(): (state: TaskState) => string {
  const t = useWords(orderWords)
  return (state) => t(words[state])
}
