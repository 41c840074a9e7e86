import type { verifyTaxProfile as endpoint } from '@tsumugi/kit/contract/tax-profiles.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { dateOfDay, isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { addVerification, lockTaxpayer, profileById } from './tax-profile-store.ts'

/** Notes that a number was found in the public register, on which day and under which name; said twice, the second adds nothing. */
export const verifyTaxProfile: Command<typeof endpoint> = ({ world, actor, params: { profileId }, body }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { personId } = await profileById(tx, profileId)
    await lockTaxpayer(tx, personId)
    const { registrationNumber, verifications } = await profileById(tx, profileId)
    if (registrationNumber === null) throw new Refusal('tax_profile.not_registered')
    if (body.verifiedOn > japanDay(at)) throw new Refusal('tax_profile.future')
    const verified = { verifiedOn: dateOfDay(body.verifiedOn), verifiedName: body.verifiedName }
    const [newest] = verifications
    const isSame =
      newest?.verifiedById === actor.personId &&
      newest.verifiedName === body.verifiedName &&
      isoDayOf(newest.verifiedOn) === body.verifiedOn
    if (isSame) return { done: true as const }
    await addVerification(tx, {
      profileId,
      registrationNumber,
      ...verified,
      verifiedById: actor.personId,
      verifiedAt: at,
    })
    await appendEvent(tx, {
      ...{ action: 'tax_profile.verified', at, actorId: actor.personId, personId, subjectId: profileId },
      facts: { name: body.verifiedName },
    })
    return { done: true as const }
  })
