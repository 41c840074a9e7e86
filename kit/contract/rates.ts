import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { payKind } from './pay-kind.ts'
import { can, done, id, instant, line, month, name, yen } from './values.ts'

const order = z.object({ id, number: z.int(), title: z.string() })
/** What an hour of active time brought. */
const rate = {
  /** Null for what no order bears. */
  order: order.nullable(),
  /** A kind of work, or `other` for what no order bears. */
  kind: z.string(),
  /** Tax exclusive. */
  feeYen: yen,
  /** Active time in whole minutes. */
  minutes: z.int(),
  yenPerHour: yen,
  prefecture: z.string().nullable(),
  /** The minimum wage there on the work days; null where none is known. Something to compare with, no wage. */
  floorYen: yen.nullable(),
  /** What is missing to it; 0 when the rate reaches it. */
  missingYen: yen,
}
/** Whose rate for which order. */
const whose = { month, personId: id, orderId: id.nullable(), reason: line(300) }

export const getMyRates = endpoint({
  name: 'getMyRates',
  method: 'GET',
  path: '/api/my-rates',
  action: 'rate.list',
  summary: 'One’s own effective hourly rate of a month, order by order, beside the minimum wage of the work days.',
  query: z.object({ month }),
  answer: z.object({ rates: z.array(z.object(rate)) }),
  refusals: [],
})
export const getRates = endpoint({
  name: 'getRates',
  method: 'GET',
  path: '/api/rates',
  action: 'rate.read',
  summary:
    'Effective hourly rates of a month per person and order beside the minimum wage, with the middle and the lower quarter per kind of work; directors see their teams.',
  query: z.object({ month }),
  answer: z.object({
    month,
    /** How many lie under the minimum wage and are not answered yet: the month cannot be proposed before. */
    open: z.int(),
    kinds: z.array(z.object({ kind: z.string(), people: z.int(), medianYen: yen, p25Yen: yen })),
    rates: z.array(
      z.object({
        person: name,
        ...rate,
        isUnder: z.boolean(),
        isOpen: z.boolean(),
        /** Proposed to lift it, and approved by nobody yet. */
        waitingYen: yen,
        explanation: z.object({ by: name, at: instant, reason: z.string() }).nullable(),
        /** What a worker gets for a unit of the order now. */
        /** What the order pays for and how much now; null for what no order bears. */
        payKind: payKind.nullable(),
        unitPayYen: yen.nullable(),
        can: can('explain', 'lift', 'raise'),
      }),
    ),
  }),
  refusals: [],
})
export const explainRate = endpoint({
  name: 'explainRate',
  method: 'POST',
  path: '/api/rates/explanation',
  action: 'rate.explain',
  summary: 'Says why a rate lies under the minimum wage; it holds for this rate and better ones.',
  body: z.object(whose),
  answer: done,
  refusals: ['rate.not_under', 'rate.own'],
})
export const liftRate = endpoint({
  name: 'liftRate',
  method: 'POST',
  path: '/api/rates/lift',
  action: 'rate.lift',
  summary: 'Proposes exactly what is missing to the minimum wage as a top-up; somebody else approves.',
  body: z.object(whose),
  answer: z.object({ amountYen: yen }),
  refusals: ['rate.not_under', 'rate.own', 'rate.lift_waits', 'pay_addition.month_closed'],
})
export const raiseRate = endpoint({
  name: 'raiseRate',
  method: 'POST',
  path: '/api/orders/:orderId/rate',
  action: 'rate.raise',
  summary:
    'Raises what a unit of the order pays: at once for all work that is not paid yet; for work of open months the difference is proposed as top-ups.',
  params: z.object({ orderId: id }),
  body: z.object({ unitPayYen: z.int().min(1).max(100_000_000), reason: line(300) }),
  answer: z.object({ assignments: z.int(), topUps: z.int() }),
  refusals: ['rate.not_higher', 'order.wrong_state'],
})
