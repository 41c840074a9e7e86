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
    const response = await fetch(`${house.url}${path}${search.size > 0 ? `?${search}` : ''}`, {
      method: endpoint.method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return readAnswer(endpoint, response)
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
  const parsed: unknown = await response.json()
  const refusal = (parsed as Partial<RefusalBody>).refusal ?? null
  return {
    status: response.status,
    refusal,
    get answer() {
      if (!response.ok) throw new Error(`${endpoint.name} answered ${response.status} ${JSON.stringify(parsed)}`)
      return parsed as AnswerOf<E>
    },
  }
}
