import type { Rows } from '../db/database.ts'
import { getClientTermsOn, getOpenInvoices } from '../invoices/public.ts'
import type { PayingClient } from './deposit-match-calc.ts'

/** Every client with the names they pay by and what they owe, by name. */
export async function getPayingClients(rows: Rows, today: string): Promise<(PayingClient & { name: string })[]> {
  const clients = await rows.organisation.findMany({
    where: { kind: 'client' },
    select: { id: true, name: true, address: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const owed = await getOpenInvoices(rows, null)
  return Promise.all(
    clients.map(async (client) => {
      const { payerNames, addressee } = await getClientTermsOn(rows, client, today)
      const open = owed.filter(({ clientId, openYen }) => clientId === client.id && openYen > 0)
      return { id: client.id, name: client.name, payerNames: [...payerNames, addressee, client.name], open }
    }),
  )
}
