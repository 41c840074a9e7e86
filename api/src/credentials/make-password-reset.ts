import { appendEvent } from '../events/append-event.ts'
import { later } from '../kernel/clock.ts'
import { makeMail } from '../mails/public.ts'
import { addressOfScreens } from '../people/public.ts'
import { isTrusted } from '../permissions/trusted.ts'
import type { World } from '../world.ts'
import { loadAccount } from './load-account.ts'
import { addReset, resetsSince } from './password-reset-store.ts'

const resetSeconds = 3600
/** More links in an hour are of use to nobody but whoever wants to fill a letter box. */
const resetsMax = 3

/** Writes the mail with the link, if somebody has this address. */
export async function makePasswordReset(world: World, { email }: { email: string }): Promise<void> {
  const now = world.clock.now()
  await world.db.transact(async (tx) => {
    const account = await loadAccount(tx.rows, { email })
    if (!account || (await resetsSince(tx, account.id, later(now, -resetSeconds))) >= resetsMax) return
    const until = later(now, resetSeconds)
    const token = await addReset(tx, { personId: account.id, madeAt: now, expiresAt: until })
    const { id: personId, displayName: name, language, roles } = account
    const link = `${addressOfScreens(
      world.settings,
      roles.map((role) => ({ role })),
    )}/reset/${token}`
    await makeMail(world, tx, {
      kind: 'password_reset',
      toAddress: account.email,
      language,
      facts: { name, link, until },
      isPrivate: isTrusted(roles),
      usefulUntil: until,
    })
    await appendEvent(tx, { action: 'password_reset.made', at: now, actorId: null, personId })
  })
}
