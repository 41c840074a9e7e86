import type { Endpoint } from '../../contract/endpoint.ts'

/** The parts of a request as `call` receives them; the exact types come from `RequestOf<E>`. */
export interface LooseRequest {
  params?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
}

/** Reads the typed request of any endpoint as its loose parts. */
export function looseRequest(request: unknown): LooseRequest {
  return request ?? {}
}

/** `/api/tasks/:id` with its parameters and query filled in. Lists repeat their key; `undefined` and `null` are left out. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, request: LooseRequest): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => {
    const value = request.params?.[key]
    if (value === undefined) throw new Error(`No value for :${key} in ${endpoint.path}`)
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(request.query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) query.append(key, String(each))
    }
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}
