import type { getDepositImport as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import type { Command } from '../http/command.ts'
import { invoiceNumber } from '../invoices/public.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { found } from '../kernel/refusal.ts'
import { sumYen } from '../kernel/yen.ts'
import { may } from '../permissions/may.ts'
import { allocate, type OpenInvoice, proposeMatch } from './deposit-match-calc.ts'
import { getPayingClients } from './get-paying-clients.ts'

/** A file's deposits with whom each seems to be from; earlier lines of the file pay first. */
export const getDepositImport: Command<typeof endpoint> = async ({ world, actor, params: { importId } }) => {
  const { rows } = world.db
  const file = found(
    await rows.depositImport.findUnique({
      where: { id: importId },
      include: { deposits: { orderBy: { position: 'asc' }, include: { match: { include: { client: true } } } } },
    }),
  )
  let clients = await getPayingClients(rows, japanDay(world.clock.now()))
  const deposits = file.deposits.map((deposit) => {
    const { by, clientId, feeYen } = proposeMatch(deposit, clients)
    const client = clients.find(({ id }) => id === clientId)
    const { payments, advanceYen } = allocate(sumYen([deposit.amountYen, feeYen]), client?.open ?? [])
    const after = afterPayments(client?.open ?? [], payments)
    clients = clients.map((each) => (each.id === clientId ? { ...each, open: after } : each))
    return {
      id: deposit.id,
      paidOn: isoDayOf(deposit.paidOn),
      amountYen: deposit.amountYen,
      payer: deposit.payer,
      matched: deposit.match && { id: deposit.match.client.id, name: deposit.match.client.name },
      proposal: {
        by,
        client: client ? { id: client.id, name: client.name } : null,
        feeYen,
        pays: payments.map(({ number, amountYen }) => ({
          number: invoiceNumber({ number, version: 1 }),
          amountYen,
          restYen: after.find((each) => each.number === number)?.openYen ?? 0,
        })),
        advanceYen: client ? advanceYen : 0,
      },
    }
  })
  const waits = file.confirmedAt === null
  return {
    id: file.id,
    fileName: file.fileName,
    importedAt: file.importedAt.toISOString(),
    known: file.known,
    confirmedAt: file.confirmedAt?.toISOString() ?? null,
    deposits,
    clients: clients.map(({ id, name }) => ({ id, name })),
    can: {
      confirm: waits && may(actor, 'deposit_import.confirm', {}),
      discard: waits && may(actor, 'deposit_import.discard', {}),
    },
  }
}

function afterPayments(open: readonly OpenInvoice[], payments: readonly { number: number; amountYen: number }[]) {
  return open
    .map((invoice) => {
      const paid = payments.filter(({ number }) => number === invoice.number).map(({ amountYen }) => -amountYen)
      return { ...invoice, openYen: sumYen([invoice.openYen, ...paid]) }
    })
    .filter(({ openYen }) => openYen > 0)
}
