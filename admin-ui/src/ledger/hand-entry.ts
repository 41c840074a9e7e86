import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { listHandEntries } from '@tsumugi/kit/contract/hand-entries.ts'

export type HandEntry = AnswerOf<typeof listHandEntries>['rows'][number]
