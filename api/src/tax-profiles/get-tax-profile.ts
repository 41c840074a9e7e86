import type { getTaxProfile as endpoint } from '@tsumugi/kit/contract/tax-profiles.ts'
import type { Rows } from '../db/database.ts'
import type { AnswerIn, Command } from '../http/command.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { holdingNext, holdingOn, isDoubtful } from './tax-profile-rules.ts'
import { profilesOf, type StoredProfile } from './tax-profile-store.ts'

type Entry = AnswerIn<typeof endpoint>['entered'][number]

/** Somebody's registration for qualified invoices, for themselves and for those who run the pay. */
export const getTaxProfile: Command<typeof endpoint> = async ({ world, actor, params: { personId } }) => {
  const { rows } = world.db
  if (!may(actor, 'tax_profile.read', { personId })) throw new Refusal('thing.not_found')
  found(await rows.person.findUnique({ where: { id: personId }, select: { id: true } }))
  const entered = await shownProfiles(rows, await profilesOf(rows, personId))
  const today = japanDay(world.clock.now())
  return { current: holdingOn(entered, today), next: holdingNext(entered, today), entered }
}

async function shownProfiles(rows: Rows, profiles: readonly StoredProfile[]): Promise<Entry[]> {
  const ids = profiles.flatMap(({ enteredById, verifications }) => [
    enteredById,
    ...verifications.map(({ verifiedById }) => verifiedById),
  ])
  const people = await rows.person.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } })
  const nameOf = (id: string) => ({ id, name: people.find((each) => each.id === id)?.displayName ?? '' })
  return profiles.map((profile) => {
    const [verified] = profile.verifications
    return {
      id: profile.id,
      validFrom: isoDayOf(profile.validFrom),
      registrationNumber: profile.registrationNumber,
      holder: profile.holder,
      isDoubtful: isDoubtful(profile),
      enteredBy: nameOf(profile.enteredById),
      enteredAt: profile.enteredAt.toISOString(),
      verified: verified
        ? { on: isoDayOf(verified.verifiedOn), name: verified.verifiedName, by: nameOf(verified.verifiedById) }
        : null,
    }
  })
}
