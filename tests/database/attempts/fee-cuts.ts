import { newId } from '../../../api/src/kernel/ids.ts'
import { type Attempt, change } from './attempt.ts'
import type { Records } from './records.ts'

const cut = (records: Records, changed: Record<string, string> = {}) => {
  const values: Record<string, string> = {
    id: `'${newId()}'`,
    assignment_id: `'${records.claimed}'`,
    person_id: `'${records.town.people.ken}'`,
    was_yen: '60',
    fee_yen: '30',
    fault: `'late'`,
    evidence: `'x'`,
    state: `'proposed'`,
    proposed_by_id: `'${records.town.people.office}'`,
    proposed_at: 'now()',
    decided_by_id: 'NULL',
    decided_at: 'NULL',
    ...changed,
  }
  return `INSERT INTO public.fee_cut (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')});`
}
const attempt = (by: string, what: string, sql: Attempt['sql'], code: Attempt['code'] = '23514') => ({
  by,
  what,
  sql,
  code,
})

/** What was claimed pays less only for a fault, with what shows it, and with the person’s own yes. */
export const feeCuts: Attempt[] = [
  attempt('assignment_fee_only_up', 'less for claimed work that nobody agreed to', ({ claimed }) =>
    change('assignment', claimed, 'fee_yen = fee_yen - 1'),
  ),
  attempt('assignment_fee_only_up', 'less for submitted work', ({ submitted }) =>
    change('assignment', submitted, 'fee_yen = 0'),
  ),
  attempt('assignment_fee_only_up', 'less for work, in the moment it is given back', ({ claimed }) =>
    change(
      'assignment',
      claimed,
      `state = 'open', person_id = NULL, terms_notice_id = NULL, lease_until = NULL, fee_yen = 1`,
    ),
  ),
  attempt(
    'assignment_fee_only_up',
    'less than was proposed and not agreed to',
    (r) => `${cut(r)} ${change('assignment', r.claimed, 'fee_yen = 30')}`,
  ),
  attempt('fee_cut_is_less', 'a cut that is a raise', (r) => cut(r, { fee_yen: '61' })),
  attempt('fee_cut_shows_why', 'a cut without what shows the fault', (r) => cut(r, { evidence: `''` })),
  attempt('fee_cut_decided', 'a cut agreed to by the office', (r) =>
    cut(r, { state: `'agreed'`, decided_by_id: `'${r.town.people.office}'`, decided_at: 'now()' }),
  ),
  attempt('fee_cut_decided', 'a cut of one’s own pay by oneself', (r) =>
    cut(r, { proposed_by_id: `'${r.town.people.ken}'` }),
  ),
  attempt('fee_cut_one_at_a_time', 'two proposals at once', (r) => `${cut(r)} ${cut(r)}`, '23505'),
  attempt(
    'fee_cut_stays',
    'a proposal made worse after it was made',
    (r) => `${cut(r)} UPDATE public.fee_cut SET fee_yen = 1 WHERE assignment_id = '${r.claimed}'`,
    '23001',
  ),
  attempt(
    'fee_cut_not_deleted',
    'a proposal taken off the record',
    (r) => `${cut(r)} DELETE FROM public.fee_cut WHERE assignment_id = '${r.claimed}'`,
    '23001',
  ),
]
