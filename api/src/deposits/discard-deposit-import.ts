import type { discardDepositImport as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { lockImport, removeImport } from './deposit-store.ts'

/** Lets go of a file nobody confirmed, so that the right one can be taken in. */
export const discardDepositImport: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    const file = await lockImport(tx, params.importId)
    refuseIf(file.confirmedAt && 'deposit_import.confirmed')
    await removeImport(tx, file.id)
    await appendEvent(tx, {
      action: 'deposit_import.discarded',
      at: world.clock.now(),
      actorId: actor.personId,
      subjectId: file.id,
      facts: { name: file.fileName },
    })
    return { done: true }
  })
