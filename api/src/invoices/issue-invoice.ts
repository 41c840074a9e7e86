import type { issueInvoice as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import { keepDocument } from '../documents/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay, isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { found, Refusal, refuseIf } from '../kernel/refusal.ts'
import { sumYen } from '../kernel/yen.ts'
import { invoicePostings, postEntry } from '../ledger/public.ts'
import { mailClient } from '../people/public.ts'
import { dueDay, invoiceAmounts, invoiceNumber } from './billing-calc.ts'
import { getClientTermsOn, getIssuerOn } from './get-client-terms-on.ts'
import { getUnbilled } from './get-unbilled.ts'
import { invoiceDocument } from './invoice-document.ts'
import { addInvoice, takeNextNumber } from './invoice-store.ts'
import { lockClient } from './terms-store.ts'

/** Bills a client for everything sold up to a closing day; what was posted for each order alone is rounded anew for all. */
export const issueInvoice: Command<typeof endpoint> = ({ world, actor, body }) =>
  world.db.transact(async (tx) => {
    const { clientId, closingOn } = body
    const client = found(await lockClient(tx, clientId))
    const at = world.clock.now()
    const today = japanDay(at)
    refuseIf(closingOn > today ? 'invoice.day_to_come' : null)
    const issuer = await getIssuerOn(tx.rows, today)
    if (!issuer) throw new Refusal('invoice.issuer_missing')
    const sales = (await getUnbilled(tx.rows, clientId)).filter(({ soldOn }) => soldOn <= closingOn)
    const [first] = sales
    if (!first) throw new Refusal('invoice.nothing_to_bill')
    const terms = await getClientTermsOn(tx.rows, client, closingOn)
    const { netYen, taxYen, totalYen } = invoiceAmounts(sales, issuer.rounding)
    const number = await takeNextNumber(tx)
    const invoice = await addInvoice(
      tx,
      {
        id: newId(),
        number,
        version: 1,
        clientId,
        language: terms.language,
        addressee: terms.addressee,
        address: terms.address,
        issuerName: terms.language === 'en' ? issuer.nameEn : issuer.name,
        registrationNumber: issuer.registrationNumber,
        issuerAddress: issuer.address,
        issuerContact: issuer.contact,
        bankAccount: issuer.bankAccount,
        rounding: issuer.rounding,
        periodFrom: dateOfDay(first.soldOn),
        closingOn: dateOfDay(closingOn),
        issuedOn: dateOfDay(today),
        dueOn: dateOfDay(dueDay(terms, closingOn, today)),
        netYen,
        taxYen,
        totalYen,
        issuedById: actor.personId,
        issuedAt: at,
      },
      sales.map((sale) => ({
        kind: 'order' as const,
        orderId: sale.orderId,
        soldOn: sale.soldOn,
        description: `T-${sale.orderNumber} ${sale.title}`,
        netYen: sale.netYen,
        taxRateBp: sale.taxRateBp,
      })),
    )
    const file = await keepDocument(world, tx, invoiceDocument(invoice, { clientName: client.name, corrects: null }))
    const rounded = sumYen([taxYen, ...sales.map(({ postedTaxYen }) => -postedTaxYen)])
    const postings = invoicePostings({ clientId, adjustments: [], taxYen: rounded })
    if (postings.length > 0) {
      await postEntry(tx, { cause: 'invoice_issued', causeId: invoice.id, orderId: null, at, postings })
    }
    const shown = invoiceNumber(invoice)
    await appendEvent(tx, {
      action: 'invoice.issued',
      at,
      actorId: actor.personId,
      subjectId: invoice.id,
      facts: { number: shown, totalYen },
    })
    const dueOn = isoDayOf(invoice.dueOn)
    const facts = { number: shown, totalYen, dueOn, corrects: null }
    await mailClient(world, tx, clientId, { kind: 'invoice_issued', facts, path: `/invoices/${invoice.id}`, file })
    return { id: invoice.id, number: shown }
  })
