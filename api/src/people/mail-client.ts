import type { Tx } from '../db/database.ts'
import { type ClientMailFacts, type MailFacts, makeMails } from '../mails/public.ts'
import type { World } from '../world.ts'
import { addressOfScreens } from './address-of-screens.ts'
import { getClientReaders } from './get-client-readers.ts'

/** A mail to a client, but for whom it goes to. */
export interface ClientMail<K extends keyof ClientMailFacts> {
  kind: K
  facts: Omit<MailFacts[K], 'name' | 'link'>
  /** Where they read more, in their screens: `/invoices`. */
  path: string
  file?: { fileId: string; fileName: string }
}

/** Mails something to everybody of a client, each in their own language; to nobody while it has no people. */
export async function mailClient<K extends keyof ClientMailFacts>(
  world: World,
  tx: Tx,
  clientId: string,
  { kind, facts, path, file }: ClientMail<K>,
): Promise<void> {
  const link = `${addressOfScreens(world.settings, [{ role: 'client' }])}${path}`
  const readers = await getClientReaders(tx.rows, clientId)
  await makeMails(
    world,
    tx,
    readers.map(({ displayName: name, email: toAddress, language }) => ({
      ...{ kind, toAddress, language: language === 'en' ? ('en' as const) : ('ja' as const) },
      facts: { ...facts, name, link } as MailFacts[K],
      ...(file && { file }),
    })),
  )
}
