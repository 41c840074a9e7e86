import type { Request, Response } from 'express'

const names = { refresh: 'tsumugi_refresh', device: 'tsumugi_device' } as const
type Cookie = keyof typeof names

// Only the session addresses ever see them.
const place = { httpOnly: true, sameSite: 'strict', path: '/api/session' } as const
const lengthMax = 2_000

/** What a browser sent, if anything. */
export function readCookie(request: Request, cookie: Cookie): string | null {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[names[cookie]]
  return typeof value === 'string' && value.length > 0 && value.length <= lengthMax ? value : null
}

export function setCookie(
  response: Response,
  cookie: Cookie,
  token: { value: string; expiresAt: Date },
  secure: boolean,
): void {
  response.cookie(names[cookie], token.value, { ...place, secure, expires: token.expiresAt })
}

export function clearCookie(response: Response, cookie: Cookie): void {
  response.clearCookie(names[cookie], place)
}
