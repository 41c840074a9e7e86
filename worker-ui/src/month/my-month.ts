import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getMyMonth } from '@tsumugi/kit/contract/ledger.ts'

/** A month of one person, as the server tells it. */
export type MyMonth = AnswerOf<typeof getMyMonth>
