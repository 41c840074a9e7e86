import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, day, done, id, instant, line, month, name, yen } from './values.ts'

/** Pay that comes from no task. */
export const payAdditionKind = z.enum([
  /** Work paid by the hour (準委任), within the hours agreed. */
  'hours',
  'training',
  'meeting',
  'manual',
  /** Redoing what others caused: a changed or unclear specification, the orderer's mistake. */
  'rework',
  'bonus',
  /** What is missing to the agreed hourly rate. */
  'top_up',
  'teaching',
  'writing',
  'design',
  /** A counter-entry; the only one that may be less than nothing. */
  'correction',
])
/** Which withholding of income tax a fee is subject to: none, or 所得税法 204条1項1号. */
export const withholding = z.enum(['none', 'ko1'])
export const payAdditionState = z.enum(['proposed', 'approved', 'refused'])

/** What the closed list of 所得税法 204条1項1号 says of each kind; what is not in the list is not withheld from. */
export const usualWithholding = {
  hours: 'none',
  training: 'none',
  meeting: 'none',
  manual: 'none',
  rework: 'none',
  bonus: 'none',
  top_up: 'none',
  teaching: 'ko1',
  writing: 'ko1',
  design: 'ko1',
  correction: 'none',
} as const satisfies Record<z.infer<typeof payAdditionKind>, z.infer<typeof withholding>>

/** A sum, or time at a rate, from which the sum follows. */
const much = z.discriminatedUnion('by', [
  z.object({ by: z.literal('sum'), amountYen: z.int().min(-10_000_000).max(10_000_000) }),
  z.object({
    by: z.literal('time'),
    /** At most a day a day for a month. */
    minutes: z.int().min(1).max(44_640),
    yenPerHour: z.int().min(1).max(100_000),
  }),
])

export const listPayAdditions = endpoint({
  name: 'listPayAdditions',
  method: 'GET',
  path: '/api/pay-additions',
  action: 'pay_addition.list',
  summary: 'What was proposed for a month beside the tasks, and everything that still waits; newest first.',
  query: z.object({ month }),
  answer: z.object({
    additions: z.array(
      z.object({
        id,
        person: name,
        kind: payAdditionKind,
        doneOn: day,
        order: z.object({ id, number: z.int(), title: z.string() }).nullable(),
        minutes: z.int().nullable(),
        yenPerHour: yen.nullable(),
        /** Tax exclusive. */
        amountYen: yen,
        withholding,
        reason: z.string(),
        state: payAdditionState,
        proposed: z.object({ by: name, at: instant }),
        decided: z.object({ by: name, at: instant }).nullable(),
        refusal: z.string().nullable(),
        can: can('approve', 'refuse'),
      }),
    ),
  }),
  refusals: [],
})
export const proposePayAddition = endpoint({
  name: 'proposePayAddition',
  method: 'POST',
  path: '/api/pay-additions',
  action: 'pay_addition.propose',
  summary: 'Proposes pay beside the tasks, or a correction; somebody else approves.',
  body: z.object({
    personId: id,
    kind: payAdditionKind,
    /** The day it was done: that day's month pays it. */
    doneOn: day,
    orderId: id.nullable(),
    much,
    withholding,
    /** Stands on the statement. */
    reason: line(300),
  }),
  answer: z.object({ id }),
  refusals: [
    'pay_addition.negative',
    'pay_addition.needs_time',
    'pay_addition.future',
    'pay_addition.month_closed',
    'pay_addition.no_payee',
  ],
})
export const approvePayAddition = endpoint({
  name: 'approvePayAddition',
  method: 'POST',
  path: '/api/pay-additions/:additionId/approval',
  action: 'pay_addition.approve',
  summary: 'The second person’s yes: it is posted to the ledger, and stands on the statement of its month.',
  params: z.object({ additionId: id }),
  answer: done,
  refusals: ['pay_addition.decided', 'pay_addition.own_proposal', 'pay_addition.month_closed'],
})
export const refusePayAddition = endpoint({
  name: 'refusePayAddition',
  method: 'POST',
  path: '/api/pay-additions/:additionId/refusal',
  action: 'pay_addition.refuse',
  summary: 'Refuses what was proposed, or takes back one’s own proposal; nothing is posted.',
  params: z.object({ additionId: id }),
  body: z.object({ reason: line(300) }),
  answer: done,
  refusals: ['pay_addition.decided'],
})
