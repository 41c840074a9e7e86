import type { Endpoint } from '../../kit/contract/endpoint.ts'
import type { RefusalBody } from '../../kit/contract/refusals.ts'
import type { House } from './house.ts'

/** What came back to somebody at a browser. */
export interface Seen {
  status: number
  body: Partial<RefusalBody> & { accessToken?: string; expiresAt?: string; [key: string]: unknown }
  headers: Headers
}

/** Somebody at a browser that is not signed in yet: keeps the refresh cookie as a browser would. */
export class Visitor {
  readonly #house: House
  /** The refresh cookie as it stands, null when there is none. */
  refreshToken: string | null = null
  #headers: Record<string, string>

  constructor(house: House, headers: Record<string, string> = {}) {
    this.#house = house
    this.#headers = headers
  }

  /** Asks without an access token. */
  async ask(endpoint: Endpoint, request: { params?: Record<string, string>; body?: unknown } = {}): Promise<Seen> {
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(request.params?.[name] ?? ''))
    const response = await fetch(`${this.#house.url}${path}`, {
      method: endpoint.method,
      headers: {
        ...this.#headers,
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...(this.refreshToken !== null && { cookie: `tsumugi_refresh=${this.refreshToken}` }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const value = /^tsumugi_refresh=([^;]*)/.exec(cookie)?.[1]
      if (value !== undefined) this.refreshToken = value === '' ? null : value
    }
    return { status: response.status, body: (await response.json()) as Seen['body'], headers: response.headers }
  }
}
