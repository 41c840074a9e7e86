import type { useAdvance as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { getOpenInvoices, lockClient } from '../invoices/public.ts'
import { newId } from '../kernel/ids.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { sumYen } from '../kernel/yen.ts'
import { advancePostings, postEntry } from '../ledger/public.ts'
import { allocate } from './deposit-match-calc.ts'
import { addAllocations } from './deposit-store.ts'
import { getAdvances } from './get-advances.ts'
import { getCredits } from './get-credits.ts'

/** Pays a client's open invoices, the oldest due first, with what they paid in advance, then with what corrections left overpaid. */
export const useAdvance: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    const client = found(await lockClient(tx, params.clientId))
    const at = world.clock.now()
    const pay = async (depositId: string, leftYen: number, from: number | null) => {
      const open = (await getOpenInvoices(tx.rows, client.id)).filter(({ openYen }) => openYen > 0)
      const { payments } = allocate(leftYen, open)
      const paidYen = sumYen(payments.map(({ amountYen }) => amountYen))
      const taken = from !== null && paidYen > 0 ? [{ number: from, amountYen: -paidYen }] : []
      await addAllocations(tx, depositId, [...taken, ...payments], at)
      return paidYen
    }
    let advanceYen = 0
    for (const { depositId, leftYen } of await getAdvances(tx.rows, client.id)) {
      advanceYen = sumYen([advanceYen, await pay(depositId, leftYen, null)])
    }
    // From one invoice of the client to another: what they owe in all stays, and the ledger with it.
    let creditYen = 0
    for (const { depositId, leftYen, number } of await getCredits(tx.rows, client.id)) {
      creditYen = sumYen([creditYen, await pay(depositId, leftYen, number)])
    }
    const usedYen = sumYen([advanceYen, creditYen])
    if (usedYen === 0) throw new Refusal('advance.nothing_to_use')
    if (advanceYen > 0) {
      const postings = advancePostings(client.id, advanceYen)
      await postEntry(tx, { cause: 'advance_used', causeId: newId(), orderId: null, at, postings })
    }
    await appendEvent(tx, {
      action: 'advance.used',
      at,
      actorId: actor.personId,
      subjectId: client.id,
      facts: { name: client.name, usedYen },
    })
    return { usedYen }
  })
