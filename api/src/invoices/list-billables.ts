import type { listBillables as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import type { World } from '../world.ts'
import { dueDay, invoiceAmounts, lastClosing, nextClosing } from './billing-calc.ts'
import { getClientTermsOn, getIssuerOn } from './get-client-terms-on.ts'
import { getUnbilled, type Unbilled } from './get-unbilled.ts'

/** What can be invoiced now, by client. */
export const listBillables: Command<typeof endpoint> = async ({ world }) => {
  const { rows } = world.db
  const today = japanDay(world.clock.now())
  const unbilled = await getUnbilled(rows, null)
  const clients = await rows.organisation.findMany({
    where: { id: { in: [...new Set(unbilled.map(({ clientId }) => clientId))] } },
    select: { id: true, name: true, address: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const issuer = await getIssuerOn(rows, today)
  const rounding = issuer?.rounding ?? 'floor'
  return {
    clients: await Promise.all(
      clients.map((client) =>
        billableOf(world, client, {
          today,
          rounding,
          sales: unbilled.filter(({ clientId }) => clientId === client.id),
        }),
      ),
    ),
    issuerMissing: issuer === null,
  }
}

async function billableOf(
  world: World,
  client: { id: string; name: string; address: string },
  { today, rounding, sales }: { today: string; rounding: 'floor' | 'half_up' | 'ceil'; sales: Unbilled[] },
) {
  const terms = await getClientTermsOn(world.db.rows, client, today)
  const closingOn = lastClosing(terms, today)
  const due = sales.filter(({ soldOn }) => soldOn <= closingOn)
  const later = sales.filter(({ soldOn }) => soldOn > closingOn)
  const { netYen, taxYen, totalYen } = invoiceAmounts(due, rounding)
  const nextOn = nextClosing(terms, today)
  return {
    client: { id: client.id, name: client.name },
    addressee: terms.addressee,
    closingOn,
    dueOn: dueDay(terms, closingOn, today),
    orders: due.map((sale) => ({
      id: sale.orderId,
      number: sale.orderNumber,
      title: sale.title,
      soldOn: sale.soldOn,
      netYen: sale.netYen,
    })),
    netYen,
    taxYen,
    totalYen,
    later: { orders: later.length, netYen: sumYen(later.map((sale) => sale.netYen)) },
    next: { closingOn: nextOn, dueOn: dueDay(terms, nextOn, nextOn) },
    today: { dueOn: dueDay(terms, today, today), totalYen: invoiceAmounts(sales, rounding).totalYen },
  }
}
