import type { AnswerOf, Endpoint, RequestOf } from '../../contract/endpoint.ts'
import { addressOf, looseRequest } from './address.ts'
import { failureOf, Refused, Unreachable } from './refused.ts'
import type { Session } from './session.ts'
import { sendBody, sendForm, type UploadOptions } from './upload.ts'

/** The request argument: left out when the endpoint takes nothing. */
export type RequestArgument<E> =
  unknown extends RequestOf<E> ? [] : object extends RequestOf<E> ? [RequestOf<E>?] : [RequestOf<E>]

/** The one way to the API; everything typed from the endpoint. Throws `Refused`, `ServerFailed` or `Unreachable`. */
export interface Caller {
  /** Sends the request and answers with JSON. */
  call<E extends Endpoint>(endpoint: E, ...request: RequestArgument<E>): Promise<AnswerOf<E>>
  /** As `call`, to be given up through `signal`. */
  callUntil<E extends Endpoint>(
    signal: AbortSignal | undefined,
    endpoint: E,
    ...request: RequestArgument<E>
  ): Promise<AnswerOf<E>>
  /** As `call`, and goes on when the page is closed meanwhile, provided the body is small enough for browsers to allow it. */
  callOnLeaving<E extends Endpoint>(endpoint: E, ...request: RequestArgument<E>): Promise<AnswerOf<E>>
  /** Sends a file to an `upload` endpoint, telling how far it is. */
  upload<E extends Endpoint>(
    endpoint: E,
    request: RequestOf<E>,
    file: File,
    options?: UploadOptions,
  ): Promise<AnswerOf<E>>
  /** Sends bare bytes to a `bytes` endpoint, telling how far it is. */
  sendBytes<E extends Endpoint>(
    endpoint: E,
    request: RequestOf<E>,
    bytes: Blob,
    options?: UploadOptions,
  ): Promise<AnswerOf<E>>
  /** The bytes of a `download` endpoint, with the name the server gives the file. */
  download<E extends Endpoint>(endpoint: E, ...request: RequestArgument<E>): Promise<{ blob: Blob; fileName: string }>
}

interface SendOptions {
  signal?: AbortSignal | undefined
  leaving?: boolean
}

/** Browsers allow 64 KiB of bodies in all for requests that outlive their page. */
const KEEPALIVE_BYTES_MAX = 60_000
/** Long enough for a line that switches from Wi-Fi to the mobile network. */
const AGAIN_AFTER_MS = 700

/** Makes the caller for one server and one session. */
export function createCaller({ baseUrl, session }: { baseUrl: string; session: Session }): Caller {
  /** Runs once with the token we have and, when that token is refused as too old, once more with a new one. */
  async function withToken<T>(run: (token: string | null) => Promise<T>): Promise<T> {
    const token = session.token() ?? (session.state() === 'unknown' ? await session.renew(null) : null)
    try {
      return await run(token)
    } catch (failure) {
      if (!(failure instanceof Refused) || failure.code !== 'session.access_expired') {
        if (failure instanceof Refused && failure.code === 'session.ended') session.end()
        throw failure
      }
      const renewed = await session.renew(token)
      if (!renewed) throw failure
      return run(renewed)
    }
  }

  async function send(endpoint: Endpoint, request: unknown, { signal, leaving }: SendOptions = {}): Promise<Response> {
    const parts = looseRequest(request)
    const body = parts.body === undefined ? null : JSON.stringify(parts.body)
    const keepalive = leaving === true && (body === null || new Blob([body]).size <= KEEPALIVE_BYTES_MAX)
    // One key for all tries: whatever gets lost on the way, the change is made once.
    const key = endpoint.method === 'POST' ? newKey() : null
    async function attempt(token: string | null): Promise<Response> {
      const answer = await fetch(baseUrl + addressOf(endpoint, parts), {
        method: endpoint.method,
        credentials: 'include',
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== null && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
        },
        ...(body !== null && { body }),
        ...(signal && { signal }),
        ...(keepalive && { keepalive }),
      }).catch((reason: unknown) => {
        throw signal?.aborted ? reason : new Unreachable()
      })
      if (answer.ok) return answer
      throw failureOf(answer.status, await answer.json().catch(() => null))
    }
    return withToken((token) =>
      attempt(token).catch(async (failure: unknown) => {
        if (!(failure instanceof Unreachable) || key === null || endpoint.action === null) throw failure
        // The line broke for a moment, or the answer got lost: the same key asks what became of it.
        await new Promise((done) => setTimeout(done, AGAIN_AFTER_MS))
        return attempt(token)
      }),
    )
  }

  const caller: Caller = {
    call: (endpoint, ...request) => caller.callUntil(undefined, endpoint, ...request),
    callUntil: async (signal, endpoint, ...request) => (await send(endpoint, request[0], { signal })).json(),
    callOnLeaving: async (endpoint, ...request) => (await send(endpoint, request[0], { leaving: true })).json(),
    upload: (endpoint, request, file, options) => {
      const parts = looseRequest(request)
      const url = baseUrl + addressOf(endpoint, parts)
      return withToken((token) => sendForm({ url, method: endpoint.method, token, fields: parts.body, file }, options))
    },
    sendBytes: (endpoint, request, body, options) => {
      const url = baseUrl + addressOf(endpoint, looseRequest(request))
      return withToken((token) => sendBody({ url, method: endpoint.method, token, body }, options))
    },
    download: async (endpoint, ...request) => {
      const answer = await send(endpoint, request[0])
      return { blob: await answer.blob(), fileName: fileNameIn(answer.headers.get('content-disposition')) }
    },
  }
  return caller
}

/** RFC 6266: the UTF-8 name where there is one. */
function fileNameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'download'
}

/** A key nobody else will choose; also where a page without TLS has no `randomUUID`. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
