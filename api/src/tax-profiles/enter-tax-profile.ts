import type { enterTaxProfile as endpoint } from '@tsumugi/kit/contract/tax-profiles.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { sharePayLock } from '../ledger/public.ts'
import { asRegistrationNumber } from '../tax/registration-number-rules.ts'
import { isDoubtful, profileRefusal } from './tax-profile-rules.ts'
import { addProfile, lockTaxpayer, profilesOf } from './tax-profile-store.ts'

/** Says from which day on one issues qualified invoices, or none; said twice in a row, the second adds nothing. */
export const enterTaxProfile: Command<typeof endpoint> = async ({ world, actor, body }) => {
  const { personId } = actor
  const { validFrom, registration } = body
  const registrationNumber = registration && asRegistrationNumber(registration.number)
  const said = { validFrom, registrationNumber, holder: registration?.holder ?? null }
  refuseIf(profileRefusal(said))
  await world.db.transact(async (tx) => {
    await lockTaxpayer(tx, personId)
    // A month that is closing writes the number on its lines as it stood when the close began.
    await sharePayLock(tx)
    const [newest] = await profilesOf(tx.rows, personId)
    const isSame =
      newest?.registrationNumber === registrationNumber &&
      newest.holder === said.holder &&
      isoDayOf(newest.validFrom) === validFrom
    if (isSame) return
    const at = world.clock.now()
    const id = await addProfile(tx, { ...said, personId, enteredById: personId, enteredAt: at })
    await appendEvent(tx, {
      ...{ action: 'tax_profile.entered', at, actorId: personId, personId, subjectId: id },
      facts: { day: validFrom },
    })
  })
  return { isDoubtful: isDoubtful(said) }
}
