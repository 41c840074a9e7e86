import supertest from 'supertest'
import type { AnswerOf, Endpoint, RequestOf } from '../../kit/contract/endpoint.ts'
import type { RefusalBody, RefusalCode } from '../../kit/contract/refusals.ts'
import type { House } from './house.ts'

/** What came back, good or not. */
export interface Asked<E> {
  status: number
  /** Throws with the refusal's code when there is no good answer. */
  answer: AnswerOf<E>
  refusal: RefusalBody['refusal'] | null
}

/** Asks the house as one person. */
export type Ask = <E extends Endpoint>(endpoint: E, request?: Partial<RequestOf<E>> | RequestOf<E>) => Promise<Asked<E>>

/** A typed caller signed in as a person; `null` asks without signing in. */
export async function asPerson(house: House, personId: string | null): Promise<Ask> {
  const token = personId === null ? null : await house.tokenOf(personId)
  return async (endpoint, request) => {
    const { params, query, body } = (request ?? {}) as {
      params?: Record<string, string>
      query?: Record<string, string | number>
      body?: unknown
    }
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
    const search = new URLSearchParams(Object.entries(query ?? {}).map(([key, value]) => [key, String(value)]))
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
    const asking = supertest(house.url)[method](path).query(search.toString())
    if (token !== null) asking.auth(token, { type: 'bearer' })
    const { status, body: parsed } = await (body === undefined ? asking : asking.send(body as object))
    return asked(endpoint, status, parsed)
  }
}

/** Sends files' bytes to an upload endpoint as one person. */
export async function upload<E extends Endpoint>(
  house: House,
  personId: string,
  endpoint: E,
  params: Record<string, string>,
  file: { name: string; bytes: Uint8Array },
): Promise<Asked<E>> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name)
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const response = await fetch(`${house.url}${path}`, {
    method: endpoint.method,
    headers: { authorization: `Bearer ${await house.tokenOf(personId)}` },
    body: form,
  })
  return readAnswer(endpoint, response)
}

/** The code of a refusal that is expected, or what came instead. */
export function codeOf(asked: Asked<Endpoint>): RefusalCode | `answered ${number}` {
  return asked.refusal?.code ?? `answered ${asked.status}`
}

async function readAnswer<E extends Endpoint>(endpoint: E, response: Response): Promise<Asked<E>> {
  return asked(endpoint, response.status, await response.json())
}

function asked<E extends Endpoint>(endpoint: E, status: number, parsed: unknown): Asked<E> {
  return {
    status,
    refusal: (parsed as Partial<RefusalBody>).refusal ?? null,
    get answer() {
      if (status >= 300) throw new Error(`${endpoint.name} answered ${status} ${JSON.stringify(parsed)}`)
      return parsed as AnswerOf<E>
    },
  }
}
