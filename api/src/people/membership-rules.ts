import type { MembershipInput } from '@tsumugi/kit/contract/people.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import type { Role } from '@tsumugi/kit/contract/roles.ts'

/** Where a role stands. */
export type PlaceKind = 'team' | 'organisation' | 'order' | 'everywhere'

const placeOf: Record<Role, PlaceKind> = {
  worker: 'team',
  leader: 'team',
  director: 'team',
  client: 'organisation',
  partner: 'organisation',
  municipality: 'organisation',
  pro: 'order',
  coordinator: 'everywhere',
  office: 'everywhere',
  payroll: 'everywhere',
}

/** The places there are, as far as they are named. */
export interface KnownPlaces {
  teamIds: ReadonlySet<string>
  /** Organisation → its kind; a client's person belongs to an organisation of the kind client, and so on. */
  organisationKinds: ReadonlyMap<string, string>
  orderIds: ReadonlySet<string>
}

/** Each role needs exactly the place it holds in, and the place must exist and be of the right kind. */
export function membershipRefusal(memberships: readonly MembershipInput[], known: KnownPlaces): RefusalCode | null {
  return memberships.length > 0 && memberships.every((each) => standsRight(each, known))
    ? null
    : 'person.needs_membership'
}

function standsRight({ role, teamId, organisationId, orderId }: MembershipInput, known: KnownPlaces): boolean {
  const place = placeOf[role]
  if ((teamId !== undefined) !== (place === 'team')) return false
  if ((organisationId !== undefined) !== (place === 'organisation')) return false
  if ((orderId !== undefined) !== (place === 'order')) return false
  if (teamId !== undefined) return known.teamIds.has(teamId)
  if (organisationId !== undefined) return known.organisationKinds.get(organisationId) === role
  return orderId === undefined || known.orderIds.has(orderId)
}

/**
 * Whoever may not change memberships gives only places in teams. Otherwise a coordinator could invite themself into the
 * office, or as a client, and agree to a quote or accept a delivery in its name.
 */
export function givingRefusal(
  memberships: readonly MembershipInput[],
  mayChangeMemberships: boolean,
): RefusalCode | null {
  const onlyTeams = memberships.every(({ role }) => placeOf[role] === 'team')
  return onlyTeams || mayChangeMemberships ? null : 'permission.denied'
}

/** One text per role and place; equal texts are the same membership. */
export function membershipKey(each: {
  role: Role
  teamId?: string | null | undefined
  organisationId?: string | null | undefined
  orderId?: string | null | undefined
}): string {
  return `${each.role} ${each.teamId ?? each.organisationId ?? each.orderId ?? ''}`
}
