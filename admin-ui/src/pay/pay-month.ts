import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getPayMonth } from '@tsumugi/kit/contract/pay.ts'

/** A month of pay, as the server tells it. */
export type PayMonth = AnswerOf<typeof getPayMonth>
