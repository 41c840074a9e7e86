import type { payWithholding as endpoint } from '@tsumugi/kit/contract/withholding.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { postWithholding } from '../ledger/public.ts'
import { getWithheld } from './get-withheld.ts'
import { addWithholdingPayment, isPaidOver, lockMonth } from './withholding-store.ts'

/** Notes that a month's tax was paid over, and posts it; once. */
export const payWithholding: Command<typeof endpoint> = ({ world, actor, params: { month }, body: { paidOn } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    if (paidOn > japanDay(at)) throw new Refusal('withholding.future')
    await lockMonth(tx, month)
    const [withheld] = await getWithheld(tx.rows, month)
    if (!withheld) throw new Refusal('withholding.nothing')
    if (await isPaidOver(tx, month)) throw new Refusal('withholding.paid')
    const id = newId()
    const amountYen = withheld.withheldYen
    const by = { madeById: actor.personId, madeAt: at }
    await addWithholdingPayment(tx, { id, month, amountYen, paidOn: dateOfDay(paidOn), ...by })
    await postWithholding(tx, { id, amountYen, at })
    const facts = { month, amountYen }
    await appendEvent(tx, { action: 'withholding.paid', at, actorId: actor.personId, subjectId: id, facts })
    return { done: true as const }
  })
