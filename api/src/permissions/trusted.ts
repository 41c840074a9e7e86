import type { Role } from '@tsumugi/kit/contract/roles.ts'

const trusted: ReadonlySet<Role> = new Set(['office', 'payroll', 'coordinator'])

/** Does much hang on this account: does it see everybody's data, or money? */
export function isTrusted(roles: readonly Role[]): boolean {
  return roles.some((role) => trusted.has(role))
}
