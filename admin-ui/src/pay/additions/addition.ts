import type { listPayAdditions } from '@tsumugi/kit/contract/additions.ts'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'

/** Pay beside the tasks, as the server tells it. */
export type Addition = AnswerOf<typeof listPayAdditions>['additions'][number]
