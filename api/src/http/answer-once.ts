import { createHash } from 'node:crypto'
import type { Endpoint } from '@tsumugi/kit/contract/endpoint.ts'
import type { Database, Tx } from '../db/database.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { beginRequest, forgetRequest, type KeyedAsking, keepAnswer, keyedRequestOf } from './keyed-request-store.ts'

/** A request with its key: who asks what of which endpoint. */
export interface Keyed {
  endpoint: Endpoint
  personId: string
  key: string
  /** Parameters, query and body, as they were understood. */
  asked: unknown
}

/** The key was used before: nothing was done now. */
class AskedBefore extends Error {}

const usableKey = /^[\x21-\x7e]{1,200}$/

/** The key a caller sent for a change, or null; a key nobody could mean is refused. */
export function keyIn(header: string | string[] | undefined): string | null {
  if (header === undefined) return null
  if (typeof header === 'string' && usableKey.test(header)) return header
  throw new Refusal('request.malformed', {}, [{ path: 'header.idempotency-key', problem: 'wrong_type' }])
}

/** Whether somebody used this key before, for whatever. */
export async function wasAsked(world: World, personId: string, key: string): Promise<boolean> {
  return (await keyedRequestOf(world.db.rows, personId, key)) !== null
}

/**
 * Does a change at most once per key, and answers every later request with the same key as the first was answered
 * (draft-ietf-httpapi-idempotency-key-header). The key, the change and the answer are one transaction: neither a crash nor
 * a second caller can part them. A refusal changes nothing, and so the same key may try again.
 */
export async function answerOnce(
  world: World,
  keyed: Keyed,
  run: (world: World) => Promise<unknown>,
): Promise<{ answer: unknown; isReplay: boolean }> {
  const asking = askingOf(world, keyed)
  try {
    // Looking through a file takes long: no transaction stays open for it.
    const answer =
      keyed.endpoint.bypassesTransactions || keyed.endpoint.upload
        ? await besideTransaction(world, keyed, asking, run)
        : await world.db.transact((tx) => inTransaction(world, tx, keyed, asking, run))
    return { answer, isReplay: false }
  } catch (error) {
    if (!(error instanceof AskedBefore)) throw error
    return { answer: await replay(world, asking), isReplay: true }
  }
}

async function inTransaction(
  world: World,
  tx: Tx,
  { endpoint }: Keyed,
  asking: KeyedAsking,
  run: (world: World) => Promise<unknown>,
): Promise<unknown> {
  if (!(await beginRequest(tx, asking))) throw new AskedBefore()
  // What the command reads and writes is this transaction's; its own transactions join it.
  const db: Database = { ...world.db, rows: tx.rows as Database['rows'], transact: (work) => work(tx) }
  const answer = endpoint.answer.parse(await run({ ...world, db }))
  if (!endpoint.secretAnswer) await keepAnswer(tx, asking, answer)
  return answer
}

/** For the few hot statements that commit by themselves: after a crash in between nobody knows, and it is not done again. */
async function besideTransaction(
  world: World,
  { endpoint }: Keyed,
  asking: KeyedAsking,
  run: (world: World) => Promise<unknown>,
): Promise<unknown> {
  const { db } = world
  if (!(await db.transact((tx) => beginRequest(tx, asking)))) throw new AskedBefore()
  try {
    const answer = endpoint.answer.parse(await run(world))
    await db.transact((tx) => keepAnswer(tx, asking, answer))
    return answer
  } catch (error) {
    if (error instanceof Refusal) await db.transact((tx) => forgetRequest(tx, asking))
    throw error
  }
}

async function replay(world: World, { personId, key, endpoint, fingerprint }: KeyedAsking): Promise<unknown> {
  const before = await keyedRequestOf(world.db.rows, personId, key)
  if (!before || before.endpoint !== endpoint || before.fingerprint !== fingerprint) {
    throw new Refusal('request.key_reused')
  }
  if (before.answer === null) throw new Refusal('request.in_doubt')
  return before.answer
}

function askingOf(world: World, { endpoint, personId, key, asked }: Keyed): KeyedAsking {
  const fingerprint = createHash('sha256').update(JSON.stringify(asked)).digest('hex')
  return { personId, key, endpoint: endpoint.name, fingerprint, askedAt: world.clock.now() }
}
