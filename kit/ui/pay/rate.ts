import type { AnswerOf } from '../../contract/endpoint.ts'
import type { getMyRates, getRates } from '../../contract/rates.ts'

/** A month of hourly rates, one of them, and what everybody sees of one. */
export type Rates = AnswerOf<typeof getRates>
export type Rate = Rates['rates'][number]
export type PlainRate = AnswerOf<typeof getMyRates>['rates'][number]
