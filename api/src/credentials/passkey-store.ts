import type { Rows, Tx } from '../db/database.ts'
import type { Passkey } from '../db/generated/client.ts'

export function countPasskeys(rows: Rows, personId: string): Promise<number> {
  return rows.passkey.count({ where: { personId } })
}

/** A person's passkeys as a device is told not to make them twice. */
export function passkeysOf(rows: Rows, personId: string): Promise<Pick<Passkey, 'credentialId' | 'transports'>[]> {
  return rows.passkey.findMany({ where: { personId }, select: { credentialId: true, transports: true } })
}

/** The passkey an authenticator calls so, of somebody active; null when it is nobody's. */
export function passkeyByCredential(
  rows: Rows,
  credentialId: string,
): Promise<(Passkey & { person: { email: string } }) | null> {
  return rows.passkey.findFirst({
    where: { credentialId, person: { state: 'active' } },
    include: { person: { select: { email: true } } },
  })
}

export function isPasskeyOf(rows: Rows, id: string, personId: string): Promise<boolean> {
  return rows.passkey.count({ where: { id, personId } }).then((count) => count > 0)
}

/** Writes a passkey; false when somebody has it already. */
export async function addPasskeyRow(tx: Tx, passkey: Omit<Passkey, 'lastUsedAt'>): Promise<boolean> {
  const { publicKey, ...rest } = passkey
  const data = [{ ...rest, publicKey: Uint8Array.from(publicKey) }]
  return (await tx.rows.passkey.createMany({ data, skipDuplicates: true })).count === 1
}

/** Notes that a passkey was used, unless another use came in between. */
export async function noteUse(tx: Tx, used: Passkey, counter: bigint, lastUsedAt: Date): Promise<boolean> {
  const { count } = await tx.rows.passkey.updateMany({
    where: { id: used.id, counter: used.counter },
    data: { counter, lastUsedAt },
  })
  return count === 1
}

export async function removePasskeyOf(tx: Tx, id: string, personId: string): Promise<boolean> {
  return (await tx.rows.passkey.deleteMany({ where: { id, personId } })).count === 1
}

/** Removes every passkey of a person. */
export async function removePasskeysOf(tx: Tx, personId: string): Promise<void> {
  await tx.rows.passkey.deleteMany({ where: { personId } })
}

/** Keeps what a device is asked to sign, and forgets what nobody signed in time. */
export async function addChallenge(
  tx: Tx,
  challenge: { challenge: string; personId: string | null; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx.rows.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } })
  await tx.rows.passkeyChallenge.create({ data: challenge })
}

/** Takes a challenge, once: false when it is none of ours, of this person (null: a sign-in), or too old. */
export async function takeChallenge(tx: Tx, challenge: string, personId: string | null, now: Date): Promise<boolean> {
  const { count } = await tx.rows.passkeyChallenge.deleteMany({
    where: { challenge, personId, expiresAt: { gt: now } },
  })
  return count === 1
}
