import { z } from 'zod'
import { payAdditionKind } from './additions.ts'
import { endpoint } from './endpoint.ts'
import { paidParts } from './pay-parts.ts'
import { can, day, done, id, instant, month, name, text, yen } from './values.ts'

/** How far the close of a month's pay is. */
export const payMonthState = z.enum(['open', 'proposed', 'approved', 'closed'])
/** Where a statement stands with the person it is for; silence until `confirmBy` counts as a yes. */
export const statementState = z.enum(['sent', 'confirmed', 'confirmed_by_silence', 'disputed'])

/** What must be looked at before a month is closed. Only the first four stop it. */
export const payQuestions = [
  'month_running',
  'earlier_month_open',
  /** Somebody's corrections are more than their pay. */
  'negative_pay',
  /** Hourly rates under the minimum wage that nobody raised, topped up or explained. */
  'low_rates',
  /** Proposed beside the tasks and approved by nobody yet: paid once it is. */
  'waiting_additions',
  /** Handed in and not reviewed: it is paid with this month all the same. */
  'unreviewed_work',
  /** Sent back and not handed in again: not paid with this month. */
  'returned_work',
  /** Somebody said a statement of an earlier month is wrong. */
  'disputed_statements',
] as const
export type PayQuestion = (typeof payQuestions)[number]

const amounts = {
  /** Sum of the lines, tax exclusive. */
  feeYen: yen,
  /** Consumption tax, rounded down once per person. */
  taxYen: yen,
  withheldYen: yen,
  /** What arrives at the bank: fee + tax − withheld. */
  transferYen: yen,
}
const path = '/api/pay-months/:month'

/** People of the month wait for their pay, and the pay day is near or past; `limitOn` is the last day by law. */
const payClock = z.object({ alarm: z.enum(['soon', 'now', 'late']), unpaid: z.int(), limitOn: day })

export const listPayMonths = endpoint({
  name: 'listPayMonths',
  method: 'GET',
  path: '/api/pay-months',
  action: 'pay_month.read',
  summary: 'Every month in which work was received or closed, newest first.',
  answer: z.object({
    months: z.array(
      z.object({ month, state: payMonthState, payOn: day, people: z.int(), clock: payClock.nullable(), ...amounts }),
    ),
  }),
  refusals: [],
})
export const getPayMonth = endpoint({
  name: 'getPayMonth',
  method: 'GET',
  path,
  action: 'pay_month.read',
  summary: 'A month of pay before, during and after its close: open questions, and what each person gets.',
  params: z.object({ month }),
  answer: z.object({
    month,
    state: payMonthState,
    payOn: day,
    proposed: z.object({ by: name, at: instant }).nullable(),
    approved: z.object({ by: name, at: instant }).nullable(),
    closedAt: instant.nullable(),
    questions: z.array(
      z.object({ question: z.enum(payQuestions), count: z.int(), amountYen: yen, stops: z.boolean() }),
    ),
    totals: z.object({ people: z.int(), lines: z.int(), ...amounts, lastTransferYen: yen }),
    people: z.array(
      z.object({
        person: name,
        lines: z.int(),
        ...amounts,
        /** What the month before brought; null when nothing was stated for it. */
        lastTransferYen: yen.nullable(),
        statement: z.object({ id, state: statementState }).nullable(),
      }),
    ),
    /** Who was paid for the month before and gets nothing now. */
    onlyLastMonth: z.array(z.object({ person: name, lastTransferYen: yen })),
    can: can('propose', 'approve', 'withdraw'),
  }),
  refusals: [],
})
export const proposePayMonth = endpoint({
  name: 'proposePayMonth',
  method: 'POST',
  path: `${path}/proposal`,
  action: 'pay_month.propose',
  summary: 'Proposes to close the month as it stands; somebody else approves.',
  params: z.object({ month }),
  answer: done,
  refusals: [
    'pay_month.running',
    'pay_month.earlier_open',
    'pay_month.empty',
    'pay_month.negative_pay',
    'pay_month.low_rates',
    'pay_month.wrong_state',
  ],
})
export const withdrawPayMonth = endpoint({
  name: 'withdrawPayMonth',
  method: 'POST',
  path: `${path}/withdrawal`,
  action: 'pay_month.withdraw',
  summary: 'Takes a proposal back, by whoever made it or whoever would not approve it.',
  params: z.object({ month }),
  body: z.object({ reason: text(500) }),
  answer: done,
  refusals: ['pay_month.wrong_state'],
})
export const approvePayMonth = endpoint({
  name: 'approvePayMonth',
  method: 'POST',
  path: `${path}/approval`,
  action: 'pay_month.approve',
  summary: 'Approves exactly what was proposed; the close follows in the background.',
  params: z.object({ month }),
  answer: done,
  refusals: ['pay_month.wrong_state', 'pay_month.own_proposal', 'pay_month.changed'],
})

const statement = {
  id,
  month,
  number: z.int(),
  state: statementState,
  payOn: day,
  confirmBy: day,
  ...amounts,
}

export const listStatements = endpoint({
  name: 'listStatements',
  method: 'GET',
  path: '/api/statements',
  action: 'statement.list',
  summary: 'The statements of the person asking, newest first.',
  answer: z.object({ statements: z.array(z.object(statement)) }),
  refusals: [],
})
export const getStatement = endpoint({
  name: 'getStatement',
  method: 'GET',
  path: '/api/statements/:statementId',
  action: 'statement.read',
  summary: 'A statement (仕入明細書) with every line.',
  params: z.object({ statementId: id }),
  answer: z.object({
    ...statement,
    person: name,
    ordererName: z.string(),
    /** The last one in the month; null without one. */
    registrationNumber: z.string().nullable(),
    /** By registration number of the day of receipt: one part, or more after a change within the month. */
    parts: z.array(
      z.object({ registrationNumber: z.string().nullable(), fromOn: day, toOn: day, feeYen: yen, taxYen: yen }),
    ),
    /** Fees that income tax is withheld from, tax exclusive. */
    withholdingBaseYen: yen,
    taxRateBp: z.int(),
    madeAt: instant,
    /** The last transfer the bank executed; null while there is none. */
    payment: z.object({ state: z.enum(['sent', 'returned']), on: day, returnReason: z.string().nullable() }).nullable(),
    disputeReason: z.string().nullable(),
    answer: z.string().nullable(),
    lines: z.array(
      z.object({
        id,
        cause: z.string(),
        /** Pay beside the tasks: of what kind, and what for. */
        addition: z
          .object({
            kind: payAdditionKind,
            reason: z.string(),
            /** Time at a rate; null for a sum. */
            time: z.object({ minutes: z.int(), yenPerHour: yen }).nullable(),
          })
          .nullable(),
        /** Whether income tax is withheld from it. */
        isWithheldFrom: z.boolean(),
        receivedOn: day,
        order: z.object({ id, number: z.int(), title: z.string() }).nullable(),
        taskNumber: z.int().nullable(),
        units: z.int().nullable(),
        ...paidParts,
        amountYen: yen,
      }),
    ),
    can: can('confirm', 'dispute', 'answer'),
  }),
  refusals: [],
})
export const confirmStatement = endpoint({
  name: 'confirmStatement',
  method: 'POST',
  path: '/api/statements/:statementId/confirmation',
  action: 'statement.confirm',
  summary: 'The person says that the statement is right.',
  params: z.object({ statementId: id }),
  answer: done,
  refusals: ['statement.decided'],
})
export const disputeStatement = endpoint({
  name: 'disputeStatement',
  method: 'POST',
  path: '/api/statements/:statementId/dispute',
  action: 'statement.dispute',
  summary: 'The person says what is wrong; the payment is made on its day all the same.',
  params: z.object({ statementId: id }),
  body: z.object({ reason: text(2_000).min(1) }),
  answer: done,
  refusals: ['statement.decided'],
})
export const answerStatement = endpoint({
  name: 'answerStatement',
  method: 'POST',
  path: '/api/statements/:statementId/answer',
  action: 'statement.answer',
  summary: 'Answers a dispute; the statement is sent for confirmation again.',
  params: z.object({ statementId: id }),
  body: z.object({ answer: text(2_000).min(1) }),
  answer: done,
  refusals: ['statement.not_disputed'],
})
