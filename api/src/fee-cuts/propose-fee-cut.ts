import type { proposeFeeCut as endpoint } from '@tsumugi/kit/contract/fee-cuts.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { found, refuseIf } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { assignmentFacts, assignmentSubject, lockAssignment } from '../tasks/public.ts'
import { proposeRefusal } from './fee-cut-rules.ts'
import { addFeeCut, hasWaitingCut, moneyOf, titleOf } from './fee-cut-store.ts'
import { mailFeeCut } from './mail-fee-cut.ts'

/** Proposes less for work somebody holds; the price stays until they agree. */
export const proposeFeeCut: Command<typeof endpoint> = ({ world, actor, params: { assignmentId }, body }) =>
  world.db.transact(async (tx) => {
    await lockAssignment(tx, assignmentId)
    const work = found(await assignmentFacts(tx.rows, assignmentId))
    found(may(actor, 'fee_cut.propose', assignmentSubject(work)) || null)
    const facts = { ...work, ...(await moneyOf(tx.rows, work)) }
    refuseIf(proposeRefusal(facts, body.feeYen, await hasWaitingCut(tx.rows, assignmentId)), {
      ...{ feeYen: work.feeYen, partsYen: facts.partsYen },
    })
    const { orderId, teamId, number: task, feeYen: wasYen } = work
    const personId = found(work.personId)
    const [id, at] = [newId(), world.clock.now()]
    await addFeeCut(tx, { id, assignmentId, personId, wasYen, ...body, proposedById: actor.personId, proposedAt: at })
    await appendEvent(tx, {
      ...{ action: 'fee_cut.proposed', at, actorId: actor.personId, orderId, teamId, personId, assignmentId },
      ...{ subjectId: id, reason: body.evidence, facts: { task, wasYen, feeYen: body.feeYen } },
    })
    const title = await titleOf(tx.rows, orderId)
    await mailFeeCut(world, tx, personId, { title, task, wasYen, feeYen: body.feeYen, evidence: body.evidence })
    return { id }
  })
