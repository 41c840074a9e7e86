import type { Role } from '@tsumugi/kit/contract/roles.ts'

interface Named {
  id: string
  name: string
}

/** What a membership's rows are asked for. */
export const shownPlaces = {
  role: true,
  team: { select: { id: true, name: true } },
  organisation: { select: { id: true, name: true } },
  order: { select: { id: true, title: true } },
} as const

interface MembershipRow {
  role: Role
  team: Named | null
  organisation: Named | null
  order: { id: string; title: string } | null
}

/** A membership as the contract shows it. */
export function shownMembership({ role, team, organisation, order }: MembershipRow): {
  role: Role
  team: Named | null
  organisation: Named | null
  order: Named | null
} {
  return { role, team, organisation, order: order && { id: order.id, name: order.title } }
}
