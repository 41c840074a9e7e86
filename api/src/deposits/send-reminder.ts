import type { sendReminder as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import { keepDocument } from '../documents/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { getClientTermsOn, getIssuerOn, getOpenInvoices, invoiceNumber, lockClient } from '../invoices/public.ts'
import { newId } from '../kernel/ids.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { sumYen } from '../kernel/yen.ts'
import { mailClient } from '../people/public.ts'
import { reminderPaper } from './reminder-paper.ts'

/** Asks a client for everything that is overdue: the letter goes out by mail and is kept with their documents. */
export const sendReminder: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const client = found(await lockClient(tx, params.clientId))
    const at = world.clock.now()
    const today = japanDay(at)
    const issuer = await getIssuerOn(tx.rows, today)
    if (!issuer) throw new Refusal('invoice.issuer_missing')
    const owed = await getOpenInvoices(tx.rows, client.id)
    const overdue = owed
      .filter(({ openYen, dueOn }) => openYen > 0 && dueOn < today)
      .map((invoice) => ({ ...invoice, number: invoiceNumber(invoice) }))
    if (overdue.length === 0) throw new Refusal('reminder.nothing_overdue')
    const { language, addressee, address } = await getClientTermsOn(tx.rows, client, today)
    const totalYen = sumYen(overdue.map(({ openYen }) => openYen))
    const subjectId = newId()
    const number = `REM-${today.replaceAll('-', '')}-${subjectId.slice(-4)}`
    const letter = {
      number,
      addressee,
      address,
      issuer,
      madeOn: today,
      madeAt: at,
      message: body.message,
      overdue,
      totalYen,
    }
    const file = await keepDocument(world, tx, {
      kind: 'reminder',
      subjectId,
      supersedesSubjectId: null,
      version: 1,
      number,
      transactedOn: today,
      amountYen: totalYen,
      counterparty: { id: client.id, name: client.name },
      registrationNumber: null,
      paper: reminderPaper(letter, language),
    })
    const facts = { totalYen, message: body.message }
    await mailClient(world, tx, client.id, { kind: 'reminder_sent', facts, path: '/invoices', file })
    await appendEvent(tx, {
      action: 'reminder.sent',
      at,
      actorId: actor.personId,
      subjectId,
      facts: { name: client.name, totalYen },
    })
    return { number }
  })
