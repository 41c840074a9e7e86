import { loadAccount } from '../credentials/public.ts'
import type { Tx } from '../db/database.ts'
import { found } from '../kernel/refusal.ts'
import { makeMail } from '../mails/public.ts'
import { addressOfScreens } from '../people/public.ts'
import type { AssignmentFacts } from '../tasks/public.ts'
import type { World } from '../world.ts'
import { getDeciders, titleOf } from './more-time-store.ts'

interface Ask {
  personId: string
  minutes: number
  /** What the minutes are needed for, or why there are none. */
  reason: string
}

/** Tells those who can grant minutes that somebody needs some. */
export async function mailAsked(
  world: World,
  tx: Tx,
  work: AssignmentFacts,
  { asker, ...ask }: Ask & { asker: string },
): Promise<void> {
  for (const { id, role } of await getDeciders(tx.rows, { teamId: work.teamId, personId: ask.personId })) {
    const screens = addressOfScreens(world.settings, [{ role }])
    const link = role === 'office' ? `${screens}/orders/${work.orderId}/tasks` : `${screens}/`
    await mail(world, tx, work, { ...ask, asker, personId: id, link })
  }
}

/** Tells whoever asked that there are no more minutes, and why. What is granted is told by the change of their terms. */
export async function mailRefused(world: World, tx: Tx, work: AssignmentFacts, ask: Ask): Promise<void> {
  const link = `${addressOfScreens(world.settings, [{ role: 'worker' }])}/work/${work.id}`
  await mail(world, tx, work, { ...ask, asker: null, link })
}

async function mail(
  world: World,
  tx: Tx,
  { orderId, number: task }: AssignmentFacts,
  { personId, ...about }: Ask & { asker: string | null; link: string },
): Promise<void> {
  const { displayName: name, email: toAddress, language } = found(await loadAccount(tx.rows, { id: personId }))
  const facts = { ...about, name, task, title: await titleOf(tx.rows, orderId) }
  await makeMail(world, tx, { kind: 'more_time', toAddress, language, facts })
}
