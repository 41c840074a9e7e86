import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getTransfers } from '@tsumugi/kit/contract/transfers.ts'

/** The transfers of a month, as the server tells them. */
export type Transfers = AnswerOf<typeof getTransfers>
export type Run = Transfers['runs'][number]
