import type { saveDraft as endpoint } from '@tsumugi/kit/contract/answers.ts'
import type { Command } from '../http/command.ts'
import { assert } from '../kernel/assert.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { assignmentFacts, assignmentSubject, leaseFrom, notYours } from '../tasks/public.ts'
import { foreignItem } from './answer-rules.ts'
import { saveDraftRow } from './draft-store.ts'
import { getTaskItems } from './get-task-items.ts'

/** Saves work in progress: only the holder, only on top of the version this device knows. */
export const saveDraft: Command<typeof endpoint> = async ({ world, actor, params: { assignmentId }, body }) => {
  const { rows, pool } = world.db
  const facts = found(await assignmentFacts(rows, assignmentId))
  if (facts.personId !== actor.personId || !may(actor, 'draft.save', assignmentSubject(facts))) {
    throw notYours(actor, facts)
  }
  const items = await getTaskItems(rows, facts)
  const foreign = foreignItem(
    body.answer,
    items.map((item) => item.id),
  )
  if (foreign !== null) throw new Refusal('draft.unreadable', { where: foreign })
  const at = world.clock.now()
  const leaseUntil = leaseFrom(at, world.settings.leaseSeconds, actor.timeFactor)
  const saved = await saveDraftRow(pool, { ...body, assignmentId, personId: actor.personId, at, leaseUntil })
  if (!saved.held) {
    const now = found(await assignmentFacts(rows, assignmentId))
    throw now.personId === actor.personId ? new Refusal('task.not_in_work') : notYours(actor, now)
  }
  if (!saved.saved) throw new Refusal('draft.conflict', { version: saved.version })
  assert(saved.savedAt, 'a saved draft has its time')
  return { version: saved.version, savedAt: saved.savedAt.toISOString(), leaseUntil: leaseUntil.toISOString() }
}
