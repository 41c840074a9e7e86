import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { type Endpoint, takesVersion } from '@tsumugi/kit/contract/endpoint.ts'
import type { Request, RequestHandler, Response } from 'express'
import { assert } from '../kernel/assert.ts'
import { Refusal } from '../kernel/refusal.ts'
import { mayAtAll } from '../permissions/may.ts'
import type { World } from '../world.ts'
import { answerOnce, keyIn, wasAsked } from './answer-once.ts'
import type { Authenticate } from './authenticate.ts'
import type { AnswerIn, Call, Command, Download } from './command.ts'
import { malformed } from './malformed.ts'
import { readJson, refuseUnstorable } from './read-json.ts'
import { receiveUpload, type UploadedFile } from './receive-upload.ts'
import { sendDownload } from './send-download.ts'
import { clearCookie, readCookie, setCookie } from './session-cookies.ts'

/** What a route needs from the server it is mounted in. */
export interface Mounting {
  world: World
  authenticate: Authenticate
}

/** One endpoint tied to its command; `mount` makes the Express handler. */
export interface Route {
  endpoint: Endpoint
  mount(mounting: Mounting): RequestHandler
}

/** Who calls an address that is open to people who are not signed in. */
export interface Caller {
  /** Network address, for rate limits only; never stored. */
  address: string
  /** Browser and system in short, shown in the list of sessions. */
  device: string
  refreshToken: string | null
  /** What this browser shows to be known by (people/known-device.ts), if anything. */
  deviceToken: string | null
}

/** Answer of an open command; a new refresh token to set, `null` to clear it, absent to leave it. */
export interface OpenAnswer<A> {
  answer: A
  refreshToken?: { value: string; expiresAt: Date } | null
  /** By what this browser is to be known from now on. */
  deviceToken?: { value: string; expiresAt: Date }
}

type OpenCall<E> = Omit<Call<E>, 'actor'> & { caller: Caller }

/** A command anybody may call. */
export type OpenCommand<E> = (call: OpenCall<E>) => Promise<OpenAnswer<AnswerIn<E>>>

/** The usual case: parse → who → may at all → command → answer; a POST with an Idempotency-Key is done once. */
export function route<E extends Endpoint>(endpoint: E, command: Command<E>): Route {
  return {
    endpoint,
    mount: (mounting) => async (request, response) => {
      const actor = await whoMay(mounting, endpoint, request)
      if (endpoint.body) await readJson(request, response, 'signed in')
      const asked = parse(endpoint, request)
      const run = (world: World) => command({ world, actor, ...asked } as unknown as Call<E>)
      const key = endpoint.method === 'POST' ? keyIn(request.headers['idempotency-key']) : null
      if (key === null) return answer(endpoint, request, response, await run(mounting.world))
      const once = await answerOnce(mounting.world, { endpoint, personId: actor.personId, key, asked }, run)
      if (once.isReplay) response.setHeader('Idempotent-Replayed', 'true')
      answer(endpoint, request, response, once.answer)
    },
  }
}

/** An address anybody may call, such as signing in. */
export function openRoute<E extends Endpoint>(endpoint: E, command: OpenCommand<E>): Route {
  return {
    endpoint,
    mount: (mounting) => async (request, response) => {
      assert(endpoint.action === null, `${endpoint.name} asks for ${endpoint.action} and so is not open`)
      if (endpoint.body) await readJson(request, response, 'anybody')
      const caller: Caller = {
        address: request.ip ?? '',
        device: deviceOf(request),
        refreshToken: readCookie(request, 'refresh'),
        deviceToken: readCookie(request, 'device'),
      }
      const call = { world: mounting.world, caller, ...parse(endpoint, request) }
      const result = await command(call as unknown as OpenCall<E>)
      const secure = mounting.world.settings.production
      if (result.refreshToken === null) clearCookie(response, 'refresh')
      else if (result.refreshToken) setCookie(response, 'refresh', result.refreshToken, secure)
      if (result.deviceToken) setCookie(response, 'device', result.deviceToken, secure)
      answer(endpoint, request, response, result.answer)
    },
  }
}

/** Takes one file, streamed to the store before the command runs; `mayArrive` refuses before the first byte is kept. */
export function uploadRoute<E extends Endpoint>(
  endpoint: E,
  mayArrive: (call: Omit<Call<E>, 'body'>) => Promise<void>,
  command: (call: Call<E> & { file: UploadedFile }) => Promise<AnswerIn<E>>,
): Route {
  return {
    endpoint,
    mount: (mounting) => async (request, response) => {
      const actor = await whoMay(mounting, endpoint, request)
      const { world } = mounting
      const parsed = parse({ ...endpoint, body: undefined }, request)
      const key = keyIn(request.headers['idempotency-key'])
      // What was done before may leave no room for another one; sent again, it is answered all the same.
      if (key === null || !(await wasAsked(world, actor.personId, key))) {
        await mayArrive({ world, actor, ...parsed } as unknown as Omit<Call<E>, 'body'>)
      }
      const { file, fields } = await receiveUpload(world, request, response)
      refuseUnstorable(fields)
      const body = parseOne(endpoint.body, fields, 'body')
      const call = { actor, ...parsed, body, file }
      const run = (inside: World) => command({ world: inside, ...call } as unknown as Call<E> & { file: UploadedFile })
      if (key === null) return answer(endpoint, request, response, await run(world))
      const asked = { ...parsed, body, file: { name: file.name, sha256: file.sha256 } }
      const once = await answerOnce(world, { endpoint, personId: actor.personId, key, asked }, run)
      if (once.isReplay) response.setHeader('Idempotent-Replayed', 'true')
      answer(endpoint, request, response, once.answer)
    },
  }
}

/** Takes bare bytes; the command reads the stream itself, or refuses before it does. */
export function bytesRoute<E extends Endpoint>(
  endpoint: E,
  command: (call: Call<E> & { source: Readable }) => Promise<AnswerIn<E>>,
): Route {
  return {
    endpoint,
    mount: (mounting) => async (request, response) => {
      const actor = await whoMay(mounting, endpoint, request)
      const call = { world: mounting.world, actor, ...parse(endpoint, request), source: request }
      answer(endpoint, request, response, await command(call as unknown as Call<E> & { source: Readable }))
    },
  }
}

/** Answers bytes: tags, names and how long they are kept are seen to here. */
export function downloadRoute<E extends Endpoint>(endpoint: E, command: (call: Call<E>) => Promise<Download>): Route {
  return {
    endpoint,
    mount: (mounting) => async (request, response) => {
      const actor = endpoint.action === null ? null : await whoMay(mounting, endpoint, request)
      const call = { world: mounting.world, actor, ...parse(endpoint, request) }
      await sendDownload(request, response, await command(call as unknown as Call<E>))
    },
  }
}

async function whoMay(mounting: Mounting, endpoint: Endpoint, request: Request) {
  assert(endpoint.action !== null, `${endpoint.name} names no action`)
  const { beforeSecondFactor = false } = endpoint
  const actor = await mounting.authenticate(request.headers.authorization, { beforeSecondFactor, keys: true })
  if (!mayAtAll(actor, endpoint.action)) throw new Refusal('permission.denied')
  return actor
}

function parse(endpoint: Pick<Endpoint, 'params' | 'query' | 'body'>, request: Request) {
  return {
    params: parseOne(endpoint.params, request.params, 'params'),
    query: parseOne(endpoint.query, request.query, 'query'),
    body: parseOne(endpoint.body, withIfMatch(endpoint, request), 'body'),
  }
}

/** `If-Match: "3"` says the same as `version: 3` in the body, which counts where both are there (RFC 9110, 13.1.1). */
function withIfMatch({ body }: Pick<Endpoint, 'body'>, { headers, body: sent }: Request): unknown {
  const version = /^"(\d{1,9})"$/.exec(headers['if-match'] ?? '')?.[1]
  return version !== undefined && takesVersion(body) ? { version: Number(version), ...sent } : sent
}

function parseOne(schema: Endpoint['body'], value: unknown, part: 'params' | 'query' | 'body'): unknown {
  if (!schema) return undefined
  // Bodies are looked through while they are read.
  if (part === 'query') refuseUnstorable(value)
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return parsed.data
  // An id of the wrong shape names nothing that exists.
  if (part === 'params') throw new Refusal('thing.not_found')
  throw malformed(parsed.error, value)
}

function answer(endpoint: Endpoint, request: Request, response: Response, value: unknown): void {
  // Parsing strips what the contract does not promise: nothing leaks by being selected.
  const json = JSON.stringify(endpoint.answer.parse(value))
  // What people may see is theirs: no browser and no proxy keeps it.
  response.setHeader('Cache-Control', 'private, no-store')
  if (endpoint.method === 'GET' && isUnchanged(request, response, json)) response.status(304).end()
  else response.type('json').send(json)
}

/** Tags an answer by its content; a program that has this very answer needs no second copy. */
function isUnchanged(request: Request, response: Response, json: string): boolean {
  const tag = `W/"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`
  response.setHeader('ETag', tag)
  const had = (request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim())
  return had.includes(tag)
}

function deviceOf(request: Request): string {
  return (request.headers['user-agent'] ?? '').slice(0, 200)
}
