import type { prepareTransfers as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { sumYen } from '../kernel/yen.ts'
import { getOpenStatements, hindranceOf } from './get-open-statements.ts'
import { currentPayer } from './payer-account-store.ts'
import { dayRefusal } from './transfer-rules.ts'
import { addTransferRun, lockClosedMonth } from './transfer-store.ts'

/** Puts everything of a closed month that can be transferred, and is in no other run, into one. */
export const prepareTransfers: Command<typeof endpoint> = ({ world, actor, params: { month }, body: { transferOn } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const refusal = dayRefusal(transferOn, japanDay(at))
    if (refusal) throw new Refusal(refusal)
    if (!(await lockClosedMonth(tx, month))) throw new Refusal('transfer.not_closed')
    const payer = await currentPayer(tx.rows)
    if (!payer) throw new Refusal('transfer.no_payer')
    const open = (await getOpenStatements(tx.rows, month)).filter((each) => hindranceOf(each) === null)
    if (open.length === 0) throw new Refusal('transfer.nothing')
    const runId = newId()
    const totalYen = sumYen(open.map(({ amountYen }) => amountYen))
    await addTransferRun(
      tx,
      {
        ...{ id: runId, month, transferOn: dateOfDay(transferOn), payerAccountId: payer.id },
        ...{ transferCount: open.length, totalYen, preparedById: actor.personId, preparedAt: at },
      },
      open.map(({ statementId, personId, bankAccountId, amountYen, isFirst }) => ({
        ...{ id: newId(), runId, statementId, personId, bankAccountId: bankAccountId ?? '', amountYen, isFirst },
      })),
    )
    const facts = { month, people: open.length, totalYen }
    await appendEvent(tx, { action: 'transfer.prepared', at, actorId: actor.personId, subjectId: runId, facts })
    return { id: runId }
  })
