import { type LookupAddress, lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isInsideAddress, literalAddress } from './inside-address.ts'

const answerMs = 10_000

/** What came of one try: the status that was answered, or why nothing was. */
export interface Outcome {
  status: number | null
  error: string | null
}

/**
 * Sends a body by POST. `guarded` lets no connection go to an address inside a network: the address is looked at where it is
 * connected to, and not before. Redirects are not followed, and of the answer only its status is read.
 */
export function postMessage(
  url: URL,
  { headers, body, guarded }: { headers: Record<string, string>; body: string; guarded: boolean },
): Promise<Outcome> {
  const literal = literalAddress(url)
  if (guarded && literal !== null && isInsideAddress(literal)) return Promise.resolve(refused)
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'Tsumugi-Webhooks',
        ...headers,
      },
      signal: AbortSignal.timeout(answerMs),
      agent: false,
      ...(guarded && { lookup: guardedLookup }),
    })
    request.once('response', (response) => {
      resolve({ status: response.statusCode ?? null, error: null })
      response.destroy()
    })
    request.once('error', (error: NodeJS.ErrnoException) => {
      if (error.message === refused.error) resolve(refused)
      else resolve({ status: null, error: error.name === 'AbortError' ? 'timeout' : (error.code ?? 'failed') })
    })
    request.end(body)
  })
}

const refused: Outcome = { status: null, error: 'address_refused' }

/** Looks a host up and answers only addresses on the open internet. */
const guardedLookup: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '', 0)
    const [first] = addresses
    if (!first || addresses.some(({ address }) => isInsideAddress(address))) {
      return done(new Error(refused.error ?? ''), '', 0)
    }
    if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  })
}
