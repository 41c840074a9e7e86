import type { Request, Response } from 'express'

const cookieName = 'tsumugi_refresh'
// Only the session addresses ever see it.
const place = { httpOnly: true, sameSite: 'strict', path: '/api/session' } as const

/** The refresh token a browser sent, if any. */
export function readRefreshCookie(request: Request): string | null {
  const value: unknown = (request.cookies as Record<string, unknown> | undefined)?.[cookieName]
  return typeof value === 'string' && value.length > 0 && value.length <= 200 ? value : null
}

export function setRefreshCookie(response: Response, token: { value: string; expiresAt: Date }, secure: boolean): void {
  response.cookie(cookieName, token.value, { ...place, secure, expires: token.expiresAt })
}

export function clearRefreshCookie(response: Response): void {
  response.clearCookie(cookieName, place)
}
