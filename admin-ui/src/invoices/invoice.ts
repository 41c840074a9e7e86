import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getInvoice } from '@tsumugi/kit/contract/invoices.ts'

/** An invoice, as the server tells it. */
export type Invoice = AnswerOf<typeof getInvoice>
