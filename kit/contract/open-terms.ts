import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, day, done, id, instant, line, name, text } from './values.ts'

/** Items of an order's terms that may be left open for a while. The due day may not: an order runs only with one. */
export const pendingTermItem = z.enum(['delivery_place', 'inspection_day'])
export type PendingTermItem = z.infer<typeof pendingTermItem>

/** The day by which an open item is decided is near, or past. */
export const pendingTermAlarm = z.enum(['soon', 'late'])

const order = z.object({ orderId: id })

export const listPendingTerms = endpoint({
  name: 'listPendingTerms',
  method: 'GET',
  path: '/api/orders/:orderId/pending-terms',
  action: 'pending_term.list',
  summary: 'What of an order’s terms is open or was decided since, and every change of its due day.',
  params: order,
  answer: z.object({
    dueOn: day.nullable(),
    items: z.array(
      z.object({
        item: pendingTermItem,
        reason: z.string(),
        decideBy: day,
        /** Null once it is decided, and while there is time. */
        alarm: pendingTermAlarm.nullable(),
        decided: z.object({ value: z.string(), by: name, at: instant }).nullable(),
        can: can('decide'),
      }),
    ),
    dueDays: z.array(z.object({ wasOn: day, dueOn: day, reason: z.string(), by: name, at: instant })),
    /** What may still be said to be open: only before the first notice. */
    markable: z.array(pendingTermItem),
    can: can('changeDueDay'),
  }),
  refusals: [],
})
export const markPendingTerm = endpoint({
  name: 'markPendingTerm',
  method: 'POST',
  path: '/api/orders/:orderId/pending-terms',
  action: 'pending_term.mark',
  summary:
    'Says that an item of the terms is not determined yet, why, and by when it is; before anybody holds a notice.',
  params: order,
  body: z.object({ item: pendingTermItem, reason: text(500).min(1), decideBy: day }),
  answer: done,
  refusals: ['order.wrong_state', 'pending_term.noticed', 'pending_term.marked', 'pending_term.past'],
})
export const decidePendingTerm = endpoint({
  name: 'decidePendingTerm',
  method: 'POST',
  path: '/api/orders/:orderId/pending-terms/:item/decision',
  action: 'pending_term.decide',
  summary: 'Decides an open item: everybody who holds a notice gets a supplement by mail at once.',
  params: order.extend({ item: pendingTermItem }),
  /** A day for the inspection, words for the place. */
  body: z.object({ value: line(200) }),
  answer: done,
  refusals: ['pending_term.decided', 'pending_term.not_a_day', 'pending_term.before_due'],
})
export const changeDueDay = endpoint({
  name: 'changeDueDay',
  method: 'POST',
  path: '/api/orders/:orderId/due-day',
  action: 'due_day.change',
  summary:
    'Another due day for a running order: whoever holds its terms gets a notice with the reason. A later day holds at once, an earlier one only for work claimed afterwards.',
  params: order,
  body: z.object({ dueOn: day, reason: text(500).min(1) }),
  answer: done,
  refusals: ['order.wrong_state', 'order.due_day_past', 'due_day.same'],
})
