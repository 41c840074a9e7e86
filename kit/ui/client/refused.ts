import type { FieldProblem, RefusalBody, RefusalCode } from '../../contract/refusals.ts'

/** What is wrong with one field; `path` is dotted, as in the request's body (`labels.2.name`). */
export interface FieldRefusal {
  path: string
  problem: FieldProblem
  facts?: Record<string, string | number>
}

/** The API said no, and why. Screens show it with `ErrorState`, `refusalText` or `useServerErrors`. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: RefusalCode
  readonly facts: Record<string, string | number>
  readonly fields: readonly FieldRefusal[]
  readonly status: number

  constructor(status: number, refusal: RefusalBody['refusal']) {
    super(refusal.code)
    this.status = status
    this.code = refusal.code
    this.facts = refusal.facts ?? {}
    this.fields = refusal.fields ?? []
  }
}

/** Our own fault: a 5xx answer, with the id under which the server noted it. */
export class ServerFailed extends Error {
  override readonly name = 'ServerFailed'
  readonly id: string | null

  constructor(id: string | null) {
    super('server failed')
    this.id = id
  }
}

/** No answer of ours came: the line is down or the server is away. Nothing is known about whether it was done. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** Everything a call can fail with. */
export type CallFailure = Refused | ServerFailed | Unreachable

/** What a balancer answers for a process that is away or died over the request. */
const awayStatuses: ReadonlySet<number> = new Set([502, 503, 504])

/** Reads the body of an answer that is not a success. */
export function failureOf(status: number, body: unknown): CallFailure {
  // 507: no room left for files is our trouble, and said like a refusal.
  if (isRefusal(body) && (status < 500 || status === 507)) return new Refused(status, body.refusal)
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  const id = typeof error === 'object' && error !== null && 'id' in error ? String(error.id) : null
  return id === null && awayStatuses.has(status) ? new Unreachable() : new ServerFailed(id)
}

function isRefusal(body: unknown): body is RefusalBody {
  if (typeof body !== 'object' || body === null || !('refusal' in body)) return false
  const { refusal } = body
  return typeof refusal === 'object' && refusal !== null && 'code' in refusal && typeof refusal.code === 'string'
}
