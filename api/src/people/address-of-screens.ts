import type { Role } from '@tsumugi/kit/contract/roles.ts'
import type { Settings } from '../settings.ts'

/** Workers and directors begin in the screens at `/`, everybody else in those at `/office`; without a slash at the end. */
export function addressOfScreens({ publicUrl, port }: Settings, memberships: readonly { role: Role }[]): string {
  const base = (publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '')
  return memberships.some(({ role }) => role === 'worker' || role === 'leader' || role === 'director')
    ? base
    : `${base}/office`
}
