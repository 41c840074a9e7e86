import type { correctInvoice as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import { keepDocument } from '../documents/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay, isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { found, Refusal, refuseIf } from '../kernel/refusal.ts'
import { type Rounding, sumYen } from '../kernel/yen.ts'
import { invoicePostings, postEntry } from '../ledger/public.ts'
import { mailClient } from '../people/public.ts'
import { adjustmentsByOrder, invoiceAmounts, invoiceNumber } from './billing-calc.ts'
import { correctionRefusal } from './correction-rules.ts'
import { invoiceDocument } from './invoice-document.ts'
import { addInvoice, getWhole, hasCorrection, type WholeInvoice } from './invoice-store.ts'
import { seeInvoice } from './see-invoice.ts'
import { lockClient } from './terms-store.ts'

type Correction = Parameters<Command<typeof endpoint>>[0]['body']

/** The next version of an invoice (修正した適格請求書); the one before stays, and what changed goes to the ledger. */
export const correctInvoice: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const { clientId } = await seeInvoice(tx.rows, actor, 'invoice.correct', params.invoiceId)
    const client = found(await lockClient(tx, clientId))
    const before = await getWhole(tx.rows, params.invoiceId)
    const at = world.clock.now()
    const lines = linesAfter(before, body, japanDay(at))
    const amounts = invoiceAmounts(lines, before.rounding as Rounding)
    const { netYen, taxYen, totalYen } = amounts
    refuseIf(
      correctionRefusal({
        isNewest: !(await hasCorrection(tx.rows, before.id)),
        changesAddressee: body.addressee !== undefined && body.addressee !== before.addressee,
        adjustments: body.adjustments.length,
        netYen,
      }),
    )
    const { lines: _lines, lineCount: _count, ...head } = before
    const invoice = await addInvoice(
      tx,
      {
        ...head,
        id: newId(),
        version: before.version + 1,
        correctsId: before.id,
        reason: body.reason,
        addressee: body.addressee ?? before.addressee,
        issuedOn: dateOfDay(japanDay(at)),
        netYen,
        taxYen,
        totalYen,
        issuedById: actor.personId,
        issuedAt: at,
      },
      lines,
    )
    const corrects = invoiceNumber(before)
    const file = await keepDocument(world, tx, invoiceDocument(invoice, { clientName: client.name, corrects }))
    const postings = invoicePostings({
      clientId,
      adjustments: adjustmentsByOrder(body.adjustments),
      taxYen: sumYen([taxYen, -before.taxYen]),
    })
    if (postings.length > 0) {
      await postEntry(tx, { cause: 'invoice_corrected', causeId: invoice.id, orderId: null, at, postings })
    }
    const shown = invoiceNumber(invoice)
    await appendEvent(tx, {
      action: 'invoice.corrected',
      at,
      actorId: actor.personId,
      subjectId: invoice.id,
      reason: body.reason,
      facts: { number: shown, totalYen },
    })
    const facts = { number: shown, totalYen, dueOn: isoDayOf(invoice.dueOn), corrects }
    await mailClient(world, tx, clientId, { kind: 'invoice_issued', facts, path: `/invoices/${invoice.id}`, file })
    return { id: invoice.id, number: shown }
  })

/** The lines so far, then what is added or taken off, at the rate of the order it is for. */
function linesAfter(before: WholeInvoice, { adjustments }: Correction, today: string) {
  const kept = before.lines.map(({ kind, orderId, soldOn, description, netYen, taxRateBp }) => ({
    kind,
    orderId,
    soldOn: isoDayOf(soldOn),
    description,
    netYen,
    taxRateBp,
  }))
  const added = adjustments.map(({ orderId, description, netYen }) => {
    const of = kept.find((line) => line.kind === 'order' && line.orderId === orderId)
    if (!of) throw new Refusal('thing.not_found')
    return { kind: 'adjustment' as const, orderId, soldOn: today, description, netYen, taxRateBp: of.taxRateBp }
  })
  return [...kept, ...added]
}
