import type { Tx } from '../db/database.ts'
import type { Prisma, Statement } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { registrationOn } from '../tax-profiles/public.ts'
import { monthRange } from './get-month-pay.ts'
import { type PayRates, type PersonPay, type StatementAmounts, statementAmounts } from './statement-calc.ts'
import { type StatementMove, statementMoves } from './statement-state.ts'

/** What all statements of a month have in common. */
export interface StatementHead {
  month: string
  ordererName: string
  rates: PayRates
  payOn: string
  confirmBy: string
  madeAt: Date
}

/** A statement just made. */
export interface MadeStatement extends StatementAmounts {
  id: string
  personId: string
}

/**
 * Makes a month's statements with their lines, numbered from 1 in the order given. One statement for all lines: every
 * posting of the month that stands on none yet, each with the registration number of the day it was received.
 */
export async function addStatements(
  tx: Tx,
  head: StatementHead,
  people: readonly PersonPay[],
): Promise<MadeStatement[]> {
  const { month, ordererName, rates, madeAt } = head
  const { from, to } = monthRange(month)
  const numbers = await getRegistrationNumbers(tx, from, to)
  const made = people.map(({ personId, personName, lines, ...pay }, index) => ({
    id: newId(),
    month,
    number: index + 1,
    personId,
    personName,
    ordererName,
    registrationNumber: numbers.get(personId) ?? null,
    lineCount: lines,
    taxRateBp: rates.taxRateBp,
    ...statementAmounts(pay, rates),
    payOn: dateOfDay(head.payOn),
    confirmBy: dateOfDay(head.confirmBy),
    madeAt,
  }))
  await tx.rows.statement.createMany({ data: made })
  await tx.rows.$executeRawUnsafe(
    `INSERT INTO statement_line (posting_id, statement_id, registration_number)
     SELECT p.id, s.id, registered.registration_number
     FROM ledger_posting p JOIN statement s ON s.person_id = p.person_id AND s.month = $1 ${registrationOn}
     WHERE p.received_on >= $2::date AND p.received_on < $3::date`,
    month,
    from,
    to,
  )
  return made
}

/** The number of each person's last work of a period that was received under one. */
async function getRegistrationNumbers(tx: Tx, from: Date, to: Date): Promise<ReadonlyMap<string, string>> {
  const found = await tx.rows.$queryRawUnsafe<{ personId: string; registrationNumber: string }[]>(
    `SELECT DISTINCT ON (p.person_id) p.person_id AS "personId", registered.registration_number AS "registrationNumber"
     FROM ledger_posting p ${registrationOn}
     WHERE p.received_on >= $1::date AND p.received_on < $2::date AND registered.registration_number IS NOT NULL
     ORDER BY p.person_id, p.received_on DESC, p.id DESC`,
    from,
    to,
  )
  return new Map(found.map(({ personId, registrationNumber }) => [personId, registrationNumber]))
}

/** Locks a statement; 404 when there is none. */
export async function lockStatement(tx: Tx, id: string): Promise<Statement> {
  await tx.rows.$queryRaw`SELECT id FROM statement WHERE id = ${id}::uuid FOR UPDATE`
  return found(await tx.rows.statement.findUnique({ where: { id } }))
}

/** Moves a statement; refuses when it stands elsewhere. */
export async function moveStatement(
  tx: Tx,
  id: string,
  move: StatementMove,
  values: Pick<Prisma.StatementUncheckedUpdateInput, 'decidedAt' | 'disputeReason' | 'answer' | 'confirmBy'>,
): Promise<void> {
  const { from, to } = statementMoves[move]
  const { count } = await tx.rows.statement.updateMany({
    where: { id, state: { in: [...from] } },
    data: { ...values, state: to },
  })
  if (count !== 1) throw new Refusal(move === 'answer' ? 'statement.not_disputed' : 'statement.decided')
}

/** Takes the silence of everybody whose time is over as a yes; answers what was moved. */
export function lapseStatements(
  tx: Tx,
  today: string,
  at: Date,
): Promise<{ id: string; personId: string; month: string }[]> {
  return tx.rows.statement.updateManyAndReturn({
    where: { state: 'sent', confirmBy: { lt: dateOfDay(today) } },
    data: { state: 'confirmed_by_silence', decidedAt: at },
    select: { id: true, personId: true, month: true },
  })
}
