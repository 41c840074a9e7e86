import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, day, done, id, instant, line, name, page, pageQuery, yen } from './values.ts'

/** What people and clients are owed is not among them: pay, invoices, deposits and withholding have their own ways. */
export const handAccounts = [
  'bank',
  'bank_fee',
  'general_pay',
  'tax_paid',
  'tax_received',
  'worker_pay',
  'review_pay',
  'discount',
] as const
export const handEntryState = z.enum(['proposed', 'approved', 'refused'])

const handEntryLine = z.object({
  account: z.enum(handAccounts),
  /** Debit positive, credit negative. */
  amountYen: z.int().min(-1_000_000_000).max(1_000_000_000),
  /** Named by `worker_pay`, `review_pay` and `discount`, and by no other. */
  orderId: id.nullable(),
})
export type HandEntryLine = z.infer<typeof handEntryLine>
/** They sum to zero. */
export const handEntryLines = z.array(handEntryLine).min(2).max(20)

export const listHandEntries = endpoint({
  name: 'listHandEntries',
  method: 'GET',
  path: '/api/hand-entries',
  action: 'hand_entry.list',
  summary: 'Ledger entries proposed by hand, newest first.',
  query: z.object(pageQuery),
  answer: page(
    z.object({
      id,
      bookedOn: day,
      reason: z.string(),
      state: handEntryState,
      refusal: z.string().nullable(),
      lines: z.array(
        z.object({
          account: z.enum(handAccounts),
          amountYen: yen,
          order: z.object({ id, number: z.int(), title: z.string() }).nullable(),
        }),
      ),
      proposed: z.object({ by: name, at: instant }),
      decided: z.object({ by: name, at: instant }).nullable(),
      can: can('approve', 'refuse'),
    }),
  ),
  refusals: [],
})
export const proposeHandEntry = endpoint({
  name: 'proposeHandEntry',
  method: 'POST',
  path: '/api/hand-entries',
  action: 'hand_entry.propose',
  summary: 'Proposes a ledger entry that comes from nothing else; somebody else approves.',
  body: z.object({
    /** The day it lies on in the books. */
    bookedOn: day,
    reason: line(300).min(1),
    lines: handEntryLines,
  }),
  answer: z.object({ id }),
  refusals: ['hand_entry.unbalanced', 'hand_entry.order_missing', 'hand_entry.future', 'hand_entry.month_closed'],
})
const handEntry = z.object({ handEntryId: id })
export const approveHandEntry = endpoint({
  name: 'approveHandEntry',
  method: 'POST',
  path: '/api/hand-entries/:handEntryId/approval',
  action: 'hand_entry.approve',
  summary: 'The second person’s yes: it is posted to the ledger, and never changed.',
  params: handEntry,
  answer: done,
  refusals: ['hand_entry.decided', 'hand_entry.own_proposal', 'hand_entry.month_closed'],
})
export const refuseHandEntry = endpoint({
  name: 'refuseHandEntry',
  method: 'POST',
  path: '/api/hand-entries/:handEntryId/refusal',
  action: 'hand_entry.refuse',
  summary: 'Refuses what was proposed, or takes one’s own proposal back; nothing is posted.',
  params: handEntry,
  body: z.object({ reason: line(300) }),
  answer: done,
  refusals: ['hand_entry.decided'],
})
