import { newId } from '../../../api/src/kernel/ids.ts'
import type { Attempt } from './attempt.ts'
import type { Records } from './records.ts'

const ask = (records: Records, changed: Record<string, string> = {}) => {
  const values: Record<string, string> = {
    id: `'${newId()}'`,
    assignment_id: `'${records.claimed}'`,
    person_id: `'${records.town.people.ken}'`,
    minutes: '10',
    reason: `'x'`,
    state: `'asked'`,
    asked_at: 'now()',
    decided_by_id: 'NULL',
    decided_at: 'NULL',
    refusal: 'NULL',
    ...changed,
  }
  return `INSERT INTO public.more_time (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')});`
}
const attempt = (by: string, what: string, sql: Attempt['sql'], code: Attempt['code'] = '23514') => ({
  by,
  what,
  sql,
  code,
})

/** More minutes are asked for by one person and decided about by another, once. */
export const moreTime: Attempt[] = [
  attempt('more_time_is_more', 'fewer minutes than were agreed', (r) => ask(r, { minutes: '-5' })),
  attempt('more_time_decided', 'minutes granted to oneself', (r) =>
    ask(r, { state: `'granted'`, decided_by_id: `'${r.town.people.ken}'`, decided_at: 'now()' }),
  ),
  attempt('more_time_decided', 'a no without a reason', (r) =>
    ask(r, { state: `'refused'`, decided_by_id: `'${r.town.people.office}'`, decided_at: 'now()' }),
  ),
  attempt('more_time_one_at_a_time', 'two asks of one person at once', (r) => `${ask(r)} ${ask(r)}`, '23505'),
  attempt(
    'more_time_stays',
    'more minutes than were asked for',
    (r) => `${ask(r)} UPDATE public.more_time SET minutes = 60 WHERE assignment_id = '${r.claimed}'`,
    '23001',
  ),
  attempt(
    'more_time_not_deleted',
    'an ask taken off the record',
    (r) => `${ask(r)} DELETE FROM public.more_time WHERE assignment_id = '${r.claimed}'`,
    '23001',
  ),
  attempt('more_time_no_truncate', 'every ask taken off the record', () => 'TRUNCATE public.more_time', '23001'),
]
