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

/** Pays a client's open invoices, the oldest due first, with what they paid in advance. */
export const useAdvance: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    const client = found(await lockClient(tx, params.clientId))
    const at = world.clock.now()
    let usedYen = 0
    for (const { depositId, leftYen } of await getAdvances(tx.rows, client.id)) {
      const open = (await getOpenInvoices(tx.rows, client.id)).filter(({ openYen }) => openYen > 0)
      const { payments } = allocate(leftYen, open)
      await addAllocations(tx, depositId, payments, at)
      usedYen = sumYen([usedYen, ...payments.map(({ amountYen }) => amountYen)])
    }
    if (usedYen === 0) throw new Refusal('advance.nothing_to_use')
    const postings = advancePostings(client.id, usedYen)
    await postEntry(tx, { cause: 'advance_used', causeId: newId(), orderId: null, at, postings })
    await appendEvent(tx, {
      action: 'advance.used',
      at,
      actorId: actor.personId,
      subjectId: client.id,
      facts: { name: client.name, usedYen },
    })
    return { usedYen }
  })
