import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type Actor, may } from '../permissions/may.ts'
import type { World } from '../world.ts'
import { claimRefusal } from './claim-rules.ts'
import { getClaimFacts } from './get-claim-facts.ts'

/**
 * Says why a claim took nothing of an order, or took not this assignment: 404 for those who may not claim there,
 * and `gone` when nothing stood against it but the work was no longer there.
 */
export async function claimRefused(
  world: World,
  actor: Actor,
  wanted: { what: 'assignment' | 'order'; id: string },
  gone: RefusalCode,
): Promise<Refusal> {
  const facts = found(await getClaimFacts(world, actor.personId, wanted))
  if (!may(actor, 'task.claim', { teamIds: facts.teamIds })) return new Refusal('thing.not_found')
  const heldMax = world.settings.claimedMax
  const code = claimRefusal({ ...facts, heldMax, today: japanDay(world.clock.now()) })
  return new Refusal(code ?? gone, code === 'task.too_many_claimed' ? { limit: heldMax } : {})
}
