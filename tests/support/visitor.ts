import type { Endpoint } from '../../kit/contract/endpoint.ts'
import type { RefusalBody } from '../../kit/contract/refusals.ts'
import type { House } from './house.ts'

/** What came back to somebody at a browser. */
export interface Seen {
  status: number
  body: Partial<RefusalBody> & { accessToken?: string; expiresAt?: string; [key: string]: unknown }
  headers: Headers
}

/** Somebody at a browser that is not signed in yet: keeps cookies as a browser would. */
export class Visitor {
  readonly #house: House
  /** The refresh cookie as it stands, null when there is none. */
  refreshToken: string | null = null
  /** The cookie by which the browser is known, null before the first sign-in. */
  deviceToken: string | null = null
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
        cookie: `tsumugi_refresh=${this.refreshToken ?? ''}; tsumugi_device=${this.deviceToken ?? ''}`,
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const value = /^tsumugi_refresh=([^;]*)/.exec(cookie)?.[1]
      if (value !== undefined) this.refreshToken = value === '' ? null : value
      this.deviceToken = /^tsumugi_device=([^;]+)/.exec(cookie)?.[1] ?? this.deviceToken
    }
    return { status: response.status, body: (await response.json()) as Seen['body'], headers: response.headers }
  }
}
