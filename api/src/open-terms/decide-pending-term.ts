import type { decidePendingTerm as endpoint } from '@tsumugi/kit/contract/open-terms.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal, refuseIf } from '../kernel/refusal.ts'
import { lockOrder, seeOrder } from '../orders/public.ts'
import { decisionRefusal } from './open-terms-rules.ts'
import { addTermsChange, getPendingRows } from './open-terms-store.ts'

/** Decides an open item, once. Supplements for whoever holds a notice are made and mailed at once (規則1条4項). */
export const decidePendingTerm: Command<typeof endpoint> = ({ world, actor, params, body: { value } }) =>
  world.db.transact(async (tx) => {
    const { item } = params
    await lockOrder(tx, params.orderId)
    const at = world.clock.now()
    const { id: orderId, dueOn } = await seeOrder(tx.rows, actor, 'pending_term.decide', params.orderId)
    const pending = found((await getPendingRows(tx.rows, orderId)).find((each) => each.item === item))
    if (pending.decision) throw new Refusal('pending_term.decided')
    refuseIf(decisionRefusal(item, value, dueOn ?? ''))
    const by = { changedById: actor.personId, changedAt: at }
    const id = await addTermsChange(tx, { orderId, item, pendingId: pending.id, value, reason: '', ...by })
    await world.jobs.add(tx, 'send-terms-notices', {})
    await appendEvent(tx, {
      ...{ action: 'pending_term.decided', at, actorId: actor.personId, orderId, subjectId: id },
      facts: { item, value },
    })
    return { done: true as const }
  })
