import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, done, id, instant, name, text, yen } from './values.ts'

/** What of the worker’s a cut answers to (Act 25 of 2023, Art. 5(1)2): nothing else can lower a price that was claimed. */
export const feeFault = z.enum(['not_as_manual', 'late', 'unfinished'])
const feeCutId = z.object({ feeCutId: id })

export const proposeFeeCut = endpoint({
  name: 'proposeFeeCut',
  method: 'POST',
  path: '/api/assignments/:assignmentId/fee-cuts',
  action: 'fee_cut.propose',
  summary: 'Proposes less for work somebody holds and that is not paid yet; nothing changes before they agree.',
  params: z.object({ assignmentId: id }),
  body: z.object({ feeYen: yen.min(0), fault: feeFault, evidence: text(2_000).min(1) }),
  answer: z.object({ id }),
  refusals: ['fee_cut.not_less', 'fee_cut.handed_over', 'fee_cut.not_held', 'fee_cut.waiting', 'fee_cut.paid'],
})
export const agreeFeeCut = endpoint({
  name: 'agreeFeeCut',
  method: 'POST',
  path: '/api/fee-cuts/:feeCutId/agree',
  action: 'fee_cut.agree',
  summary: 'The worker agrees to less for their own work.',
  params: feeCutId,
  answer: done,
  refusals: ['fee_cut.decided', 'fee_cut.not_held', 'fee_cut.handed_over', 'fee_cut.paid'],
})
export const declineFeeCut = endpoint({
  name: 'declineFeeCut',
  method: 'POST',
  path: '/api/fee-cuts/:feeCutId/decline',
  action: 'fee_cut.decline',
  summary: 'The worker does not agree; the price stays, and nothing else follows.',
  params: feeCutId,
  answer: done,
  refusals: ['fee_cut.decided'],
})
export const listFeeCuts = endpoint({
  name: 'listFeeCuts',
  method: 'GET',
  path: '/api/fee-cuts',
  action: 'fee_cut.list',
  summary:
    'Cuts proposed to the person asking; to the office, all of them. The newest 200, of one order where it is named.',
  query: z.object({ orderId: id.optional() }),
  answer: z.object({
    cuts: z.array(
      z.object({
        id,
        order: z.object({ id, number: z.int(), title: z.string() }),
        task: z.int(),
        /** Who is asked. */
        person: name,
        wasYen: yen,
        feeYen: yen,
        fault: feeFault,
        evidence: z.string(),
        state: z.enum(['proposed', 'agreed', 'declined']),
        proposedAt: instant,
        decidedAt: instant.nullable(),
        can: can('agree', 'decline'),
      }),
    ),
  }),
  refusals: [],
})
