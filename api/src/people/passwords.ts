import { hash, verify } from '@node-rs/argon2'

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane. 2 is argon2id: the package's enum is a
// const enum, which cannot be imported one file at a time.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

// Verified against when there is no such person, so that the answer takes as long.
let nobody: Promise<string> | null = null

/** The argon2id hash of a password, with its salt and cost in it. About 30 ms. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost)
}

/** Whether the password is the one hashed; `null` (nobody, or nobody with a password) takes as long and is false. */
export async function passwordIsRight(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const right = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'))
  return right && passwordHash !== null
}
