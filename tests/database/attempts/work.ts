import { newId } from '../../../api/src/kernel/ids.ts'
import { type Attempt, change, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** sato's review of the submission that waits. */
export const review = (records: Records, changes: Record<string, unknown> = {}) =>
  copy('review', records.review, {
    submission_id: records.waitingSubmission,
    assignment_id: records.submitted,
    author_id: records.town.people.hana,
    ...changes,
  })

const assignment = (by: string, what: string, which: 'open' | 'claimed' | 'submitted', set: string): Attempt => ({
  by: `assignment_${by}`,
  what,
  sql: (records) => change('assignment', records[which], set),
  code: '23514',
})

/** An open rework of accepted work. */
const rework = (accepted: string, slot: number) => {
  const nobody = { person_id: null, terms_notice_id: null, claimed_at: null, submitted_at: null, decided_at: null }
  return copy('assignment', accepted, { ...nobody, slot, state: 'open', round: 2, rework_reason: 'x' })
}

const holding: Attempt[] = [
  {
    by: 'terms_notice_whole',
    what: 'terms that name no concrete day of payment',
    sql: ({ unconfirmedNotice }) =>
      `INSERT INTO public.terms_notice (id, order_id, person_id, version, kind, manual_version, body, made_at)
       SELECT uuid_v7(), order_id, person_id, 3, 'change', 0, body || '{"paymentDue":"within 60 days"}', made_at
       FROM public.terms_notice WHERE id = '${unconfirmedNotice}'`,
    code: '23514',
  },
  {
    by: 'terms_notice_whole',
    what: 'terms that leave out who owns the work',
    sql: ({ unconfirmedNotice }) =>
      `INSERT INTO public.terms_notice (id, order_id, person_id, version, kind, manual_version, body, made_at)
       SELECT uuid_v7(), order_id, person_id, 3, 'change', 0, body - 'ipTerms', made_at
       FROM public.terms_notice WHERE id = '${unconfirmedNotice}'`,
    code: '23514',
  },
  {
    by: 'terms_log_opened_once',
    what: 'a notice opened first a second time',
    sql: ({ termsLog }) => copy('terms_log', termsLog, {}),
    code: '23505',
  },
  assignment(
    'person_when_taken',
    'claimed work without a person',
    'claimed',
    'person_id = NULL, terms_notice_id = NULL',
  ),
  assignment(
    'person_when_taken',
    'submitted work without a person',
    'submitted',
    'person_id = NULL, terms_notice_id = NULL',
  ),
  {
    by: 'assignment_person_when_taken',
    what: 'open work with a person',
    sql: ({ claimed }) => change('assignment', claimed, `state = 'open', lease_until = NULL`),
    code: '23514',
  },
  assignment('lease_while_claimed', 'claimed work without a lease', 'claimed', 'lease_until = NULL'),
  assignment('lease_while_claimed', 'a lease on open work', 'open', 'lease_until = now()'),
  assignment('lease_while_claimed', 'a lease on submitted work', 'submitted', 'lease_until = now()'),
  assignment('terms_when_taken', 'claimed work without terms', 'claimed', 'terms_notice_id = NULL'),
  assignment('team_unless_held', 'open work of no team', 'open', 'team_id = NULL'),
  assignment('submitted_at', 'submitted work without its time', 'submitted', 'submitted_at = NULL'),
  assignment('fee_not_negative', 'work that costs its worker', 'open', 'fee_yen = -1'),
  {
    by: 'assignment_terms_notice_id_person_id_order_id_fkey',
    what: 'a claim on terms that were not confirmed',
    sql: ({ claimed, unconfirmedNotice }) => change('assignment', claimed, `terms_notice_id = '${unconfirmedNotice}'`),
    code: '23503',
  },
  {
    by: 'assignment_terms_notice_id_person_id_order_id_fkey',
    what: 'a claim on somebody else’s terms',
    sql: ({ claimed, town }) => change('assignment', claimed, `person_id = '${town.people.hana}'`),
    code: '23503',
  },
  {
    by: 'assignment_task_id_slot_key',
    what: 'a task’s place given out twice',
    sql: ({ open }) => copy('assignment', open),
    code: '23505',
  },
  {
    by: 'assignment_task_id_round_person_id_key',
    what: 'one person on two places of a task',
    sql: ({ claimed }) => copy('assignment', claimed, { slot: 2 }),
    code: '23505',
  },
  {
    by: 'assignment_rework_has_reason',
    what: 'work done again, and nobody says why',
    sql: ({ accepted }) => copy('assignment', accepted, { slot: 2, round: 2 }),
    code: '23514',
  },
  {
    by: 'assignment_rework_follows_accepted',
    what: 'work done again that was never accepted',
    sql: ({ open }) => copy('assignment', open, { slot: 2, round: 2, rework_reason: 'x' }),
    code: '23514',
  },
  {
    by: 'assignment_one_rework_per_round',
    what: 'two reworks of one task at once',
    sql: ({ accepted }) => `${rework(accepted, 2)}; ${rework(accepted, 3)}`,
    code: '23505',
  },
  {
    by: 'task_range',
    what: 'a task of no items',
    sql: ({ order }) => change('task', order.taskIds[0] ?? '', 'items_to = items_from'),
    code: '23514',
  },
  {
    by: 'task_fee_not_negative',
    what: 'a task with a negative fee',
    sql: ({ order }) => change('task', order.taskIds[0] ?? '', 'fee_yen = -1'),
    code: '23514',
  },
  {
    by: 'draft_counts',
    what: 'a draft before the first',
    sql: ({ claimed }) => `UPDATE public.draft SET version = 0 WHERE assignment_id = '${claimed}'`,
    code: '23514',
  },
]

const reviewing: Attempt[] = [
  {
    by: 'submission_counts',
    what: 'time worked backwards',
    sql: (r) => copy('submission', r.waitingSubmission, { revision: 2, active_seconds: -1 }),
    code: '23514',
  },
  {
    by: 'submission_assignment_id_revision_key',
    what: 'the same revision twice',
    sql: (r) => copy('submission', r.waitingSubmission),
    code: '23505',
  },
  {
    by: 'submission_author',
    what: 'a submission under a colleague’s name',
    sql: (r) => copy('submission', r.waitingSubmission, { revision: 2, author_id: r.town.people.ken }),
    code: '23514',
  },
  {
    by: 'submission_author',
    what: 'a submission for work that nobody holds',
    sql: (r) => copy('submission', r.waitingSubmission, { revision: 2, assignment_id: r.open }),
    code: '23514',
  },
  {
    by: 'review_author_is_not_reviewer',
    what: 'an author who reviews',
    sql: (r) => review(r, { reviewer_id: r.town.people.hana }),
    code: '23514',
  },
  {
    by: 'review_submission_id_assignment_id_author_id_fkey',
    what: 'an author who reviews and names somebody else as the author',
    sql: (r) => review(r, { author_id: r.town.people.ken, reviewer_id: r.town.people.hana }),
    code: '23503',
  },
  {
    by: 'review_submission_id_assignment_id_author_id_fkey',
    what: 'a review that names another assignment',
    sql: (r) => review(r, { assignment_id: r.returned }),
    code: '23503',
  },
  {
    by: 'review_submission_id_key',
    what: 'a second decision on one submission',
    sql: (r) => review(r, { submission_id: r.acceptedSubmission, assignment_id: r.accepted }),
    code: '23505',
  },
  {
    by: 'review_fixed_has_answer',
    what: 'a fix without an answer',
    sql: (r) => review(r, { decision: 'fixed' }),
    code: '23514',
  },
  {
    by: 'review_fixed_has_answer',
    what: 'an acceptance with an answer',
    sql: (r) => review(r, { fixed_answer: {} }),
    code: '23514',
  },
  {
    by: 'pin_number',
    what: 'a pin before the first',
    sql: ({ pin }) => change('pin', pin, 'number = 0'),
    code: '23514',
  },
  {
    by: 'pin_assignment_id_number_key',
    what: 'two pins of one number',
    sql: ({ pin }) => copy('pin', pin),
    code: '23505',
  },
  {
    by: 'pin_submission_id_assignment_id_fkey',
    what: 'a pin that names another assignment',
    sql: ({ pin, open }) => change('pin', pin, `assignment_id = '${open}'`),
    code: '23503',
  },
  {
    by: 'terms_receipt_notice_id_person_id_order_id_fkey',
    what: 'terms confirmed by somebody else',
    sql: ({ unconfirmedNotice, town, order }) =>
      `INSERT INTO public.terms_receipt VALUES ('${unconfirmedNotice}', '${town.people.hana}', '${order.orderId}', now())`,
    code: '23503',
  },
  {
    by: 'clause_whole',
    what: 'a clause added to a published manual',
    sql: ({ order }) => copy('clause', order.clauseIds[0] ?? '', { number: '9.9' }),
    code: '23514',
  },
  {
    by: 'manual_whole',
    what: 'a manual without clauses',
    sql: ({ order }) => copy('manual', order.manualId, { version: 2, clause_count: 0 }),
    code: '23514',
  },
  {
    by: 'manual_order_id_version_key',
    what: 'a manual’s version twice',
    sql: ({ order }) => copy('manual', order.manualId, { id: newId() }),
    code: '23505',
  },
]

export const work: Attempt[] = [...holding, ...reviewing]
