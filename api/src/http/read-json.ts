import express, { type Request, type RequestHandler, type Response } from 'express'
import { Refusal } from '../kernel/refusal.ts'

/** Bodies of people who are not signed in: an address and a password. */
const smallBytes = 20_000
/** Bodies of people who are: an answer with 20,000 shapes is some 2 MB. */
const largeBytes = 20_000_000

const small = jsonReader(smallBytes)
const large = jsonReader(largeBytes)
const suspicious = new WeakSet<object>()

/** Reads a JSON body into `request.body`; called once it is known who asks, so that nobody unknown is read at length. */
export async function readJson(request: Request, response: Response, asker: 'anybody' | 'signed in'): Promise<void> {
  const read = asker === 'anybody' ? small : large
  await new Promise<void>((resolve, reject) => {
    void read(request, response, (error?: unknown) => (error ? reject(error) : resolve()))
  })
  if (suspicious.has(request)) refuseUnstorable(request.body)
}

/** Refuses text PostgreSQL cannot keep (NUL, half of a surrogate pair), wherever it stands in a value from outside. */
export function refuseUnstorable(value: unknown): void {
  const waiting: { value: unknown; path: string }[] = [{ value, path: '' }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: each, path } = next
    if (typeof each === 'string' && !isStorable(each)) throw unstorable(path)
    if (typeof each !== 'object' || each === null) continue
    for (const [key, inner] of Object.entries(each)) {
      if (!isStorable(key)) throw unstorable(path)
      waiting.push({ value: inner, path: path === '' ? key : `${path}.${key}` })
    }
  }
}

function jsonReader(limit: number): RequestHandler {
  return express.json({
    limit,
    verify(request, _response, body, encoding) {
      // Only an escape, or another encoding, can bring in what must be looked for; most bodies hold neither.
      if (encoding !== 'utf-8' || body.includes('\\u0000') || /\\u[dD]/.test(body.toString('latin1'))) {
        suspicious.add(request)
      }
    },
  })
}

function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text)
}

function unstorable(path: string): Refusal {
  return new Refusal('request.malformed', {}, [{ path, problem: 'wrong_type' }])
}
