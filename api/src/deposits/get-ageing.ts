import type { getAgeing as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import type { Command } from '../http/command.ts'
import { getOpenInvoices } from '../invoices/public.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import { may } from '../permissions/may.ts'
import { ageOf } from './ageing-calc.ts'
import { getAdvances } from './get-advances.ts'
import { getCredits } from './get-credits.ts'

/** What every client owes by its age, and what they paid in advance or too much; who owes nothing and has no advance is left out. */
export const getAgeing: Command<typeof endpoint> = async ({ world, actor }) => {
  const { rows } = world.db
  const today = japanDay(world.clock.now())
  const [invoices, deposits, credits, reminders] = await Promise.all([
    getOpenInvoices(rows, null),
    getAdvances(rows, null),
    getCredits(rows, null),
    rows.document.groupBy({ by: ['counterpartyId'], where: { kind: 'reminder' }, _max: { transactedOn: true } }),
  ])
  const owed = invoices.filter(({ openYen }) => openYen > 0)
  const advances = [...deposits, ...credits]
  const clientIds = [...new Set([...owed, ...advances].map(({ clientId }) => clientId))]
  const clients = await rows.organisation.findMany({
    where: { id: { in: clientIds } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const remindedOn = new Map(reminders.map((each) => [each.counterpartyId, each._max.transactedOn]))
  const leftYen = (of: readonly { leftYen: number }[]) => sumYen(of.map((each) => each.leftYen))
  return {
    clients: clients.map((client) => {
      const reminded = remindedOn.get(client.id)
      return {
        client,
        ...ageOf(
          owed.filter(({ clientId }) => clientId === client.id),
          today,
        ),
        advanceYen: leftYen(advances.filter(({ clientId }) => clientId === client.id)),
        remindedOn: reminded ? isoDayOf(reminded) : null,
      }
    }),
    total: { ...ageOf(owed, today), advanceYen: leftYen(advances) },
    can: { remind: may(actor, 'reminder.send', {}), useAdvance: may(actor, 'advance.use', {}) },
  }
}
