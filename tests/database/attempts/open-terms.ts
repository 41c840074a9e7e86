import { newId } from '../../../api/src/kernel/ids.ts'
import { dateOfDay } from '../../../api/src/kernel/japan-day.ts'
import type { House } from '../../support/house.ts'
import type { RunningOrder } from '../../support/order-rows.ts'
import { type Attempt, change, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** The order's open inspection day, and its place, which was decided. */
export async function addOpenTerms(house: House, { orderId }: RunningOrder) {
  const { rows } = house.world.db
  const at = house.clock.now()
  const [termsPending, decidedPending, termsChange] = [newId(), newId(), newId()]
  const marked = { orderId, reason: 'x', decideBy: dateOfDay('2026-12-01'), markedById: newId(), markedAt: at }
  await rows.termsPending.create({ data: { id: termsPending, item: 'inspection_day', ...marked } })
  await rows.termsPending.create({ data: { id: decidedPending, item: 'delivery_place', ...marked } })
  const place = { item: 'delivery_place', value: 'x', reason: '', changedById: newId(), changedAt: at } as const
  await rows.termsChange.create({ data: { id: termsChange, orderId, pendingId: decidedPending, ...place } })
  return { termsPending, termsChange }
}

const pending = ({ termsPending }: Records, changes: Record<string, unknown>) =>
  copy('terms_pending', termsPending, changes)
const decision = ({ termsChange, termsPending }: Records, changes: Record<string, unknown>) =>
  copy('terms_change', termsChange, { pending_id: termsPending, item: 'inspection_day', ...changes })
const dueDay = { pending_id: null, item: 'due_day', was: '2027-01-29', value: '2027-02-05', reason: 'x' }

/** Open items of terms, and what changes in them. */
export const openTerms: Attempt[] = [
  {
    by: 'terms_pending_item',
    what: 'a due day left open',
    sql: (r) => pending(r, { item: 'due_day' }),
    code: '23514',
  },
  {
    by: 'terms_pending_says_why',
    what: 'an open item without a reason',
    sql: (r) => pending(r, { reason: '' }),
    code: '23514',
  },
  {
    by: 'terms_pending_order_id_item_key',
    what: 'the same item left open twice',
    sql: (r) => pending(r, {}),
    code: '23505',
  },
  {
    by: 'terms_change_pending_id_order_id_item_key',
    what: 'an open item decided twice',
    sql: ({ termsChange }) => copy('terms_change', termsChange, { value: 'y' }),
    code: '23505',
  },
  {
    by: 'terms_change_pending_id_order_id_item_fkey',
    what: 'one item decided in the place of another',
    sql: (r) => decision(r, { item: 'delivery_place' }),
    code: '23503',
  },
  {
    by: 'terms_change_kind',
    what: 'another inspection day that was never open',
    sql: (r) => decision(r, { pending_id: null, value: '2027-02-10' }),
    code: '23514',
  },
  {
    by: 'terms_change_kind',
    what: 'another due day without a reason',
    sql: (r) => decision(r, { ...dueDay, reason: '' }),
    code: '23514',
  },
  {
    by: 'terms_change_value',
    what: 'an inspection on no day',
    sql: (r) => decision(r, { value: 'soon' }),
    code: '23514',
  },
  {
    by: 'terms_change_value',
    what: 'the same due day as before',
    sql: (r) => decision(r, { ...dueDay, value: '2027-01-29' }),
    code: '23514',
  },
  {
    by: 'order_due_day_told',
    what: 'another due day of a running order without a word',
    sql: ({ order }) => change('order', order.orderId, "due_on = '2027-02-05'"),
    code: '23514',
  },
  {
    by: 'terms_notice_whole',
    what: 'a notice that leaves the inspection open without saying why',
    sql: ({ unconfirmedNotice }) =>
      `INSERT INTO public.terms_notice (id, order_id, person_id, version, kind, manual_version, body, made_at)
       SELECT '${newId()}', order_id, person_id, 3, 'change', manual_version,
         jsonb_set(jsonb_set(body, '{inspection,due}', 'null'), '{pending}', '[{"item": "inspection_day", "reason": "", "decideBy": "2026-12-01"}]'), made_at
       FROM public.terms_notice WHERE id = '${unconfirmedNotice}'`,
    code: '23514',
  },
]
