import type { confirmDepositImport as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockClient } from '../invoices/public.ts'
import { found, Refusal, refuseIf } from '../kernel/refusal.ts'
import { sumYen } from '../kernel/yen.ts'
import { depositPostings, postEntry } from '../ledger/public.ts'
import { lockImport, markConfirmed } from './deposit-store.ts'
import { settleDeposit } from './settle-deposit.ts'

/** Books a file's deposits, all at once; those nobody was named for wait on `suspense`. Worker pay has no part in it. */
export const confirmDepositImport: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(
    async (tx) => {
      // In one order for everybody, before anything else is locked.
      const clientIds = [...new Set(body.matches.map(({ clientId }) => clientId))].sort()
      for (const clientId of clientIds) found(await lockClient(tx, clientId))
      const file = await lockImport(tx, params.importId)
      refuseIf(file.confirmedAt && 'deposit_import.confirmed')
      const matchOf = new Map(body.matches.map((match) => [match.depositId, match]))
      const strangers = [...matchOf.keys()].filter((id) => !file.deposits.some((deposit) => deposit.id === id))
      if (strangers.length > 0) throw new Refusal('thing.not_found')
      const at = world.clock.now()
      await markConfirmed(tx, file.id, { personId: actor.personId, at })
      for (const { id, amountYen } of file.deposits) {
        const match = matchOf.get(id)
        if (match) {
          const { clientId, feeYen } = match
          await settleDeposit(tx, {
            depositId: id,
            amountYen,
            clientId,
            feeYen,
            from: 'bank',
            personId: actor.personId,
            at,
          })
        } else {
          const postings = depositPostings({ from: 'bank', amountYen, client: null })
          await postEntry(tx, { cause: 'deposit_confirmed', causeId: id, orderId: null, at, postings })
        }
      }
      await appendEvent(tx, {
        action: 'deposit_import.confirmed',
        at,
        actorId: actor.personId,
        subjectId: file.id,
        facts: { count: file.deposits.length, amountYen: sumYen(file.deposits.map(({ amountYen }) => amountYen)) },
      })
      return { done: true }
    },
    { seconds: 120 },
  )
