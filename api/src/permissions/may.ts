import { type Action, actions } from '@tsumugi/kit/contract/actions.ts'
import type { Role } from '@tsumugi/kit/contract/roles.ts'
import type { TimeFactor } from '@tsumugi/kit/contract/values.ts'
import { type Relation, table } from './table.ts'

/** One role in one place. */
export interface Place {
  role: Role
  teamId: string | null
  /** The municipality a team belongs to, or the organisation itself. */
  organisationId: string | null
  orderId: string | null
}

/** The person asking, as the access token and the database say. */
export interface Actor {
  personId: string
  sessionId: string
  displayName: string
  /** Must set up a second step before anything else. */
  mustEnrol: boolean
  places: readonly Place[]
  /** How much longer than usual this person's waits are. */
  timeFactor?: TimeFactor
  /** A key's scopes: nothing else may be done with it, whatever its owner may. */
  only?: ReadonlySet<Action>
}

/** What ties a thing to people; leave out what does not apply. Several teams may share one order. */
export interface Subject {
  personId?: string | null
  teamIds?: readonly string[]
  clientId?: string | null
  regionIds?: readonly string[]
  orderId?: string | null
}

/** May this person do this to this thing? Default: no. */
export function may(actor: Actor, action: Action, subject: Subject): boolean {
  if (!isWithinScopes(actor, action)) return false
  return actor.places.some((place) => {
    const relation = table[action][place.role]
    return relation !== undefined && holds(relation, actor, place, subject)
  })
}

/** Has the person any role that could do this to something? Without it the answer is 403, whatever the thing. */
export function mayAtAll(actor: Actor, action: Action): boolean {
  return isWithinScopes(actor, action) && actor.places.some((place) => table[action][place.role] !== undefined)
}

/** Every action with whether this person may do it to something, for menus. */
export function allCan(actor: Actor): Record<Action, boolean> {
  return Object.fromEntries(actions.map((action) => [action, mayAtAll(actor, action)])) as Record<Action, boolean>
}

/** What a list may show: everything, or only what lies with these teams, clients, regions, orders. */
export interface Scope {
  any: boolean
  self: boolean
  teamIds: string[]
  clientIds: string[]
  regionIds: string[]
  orderIds: string[]
}

/** The widest a list may reach for this person; the same table as `may`. */
export function scopeOf(actor: Actor, action: Action): Scope {
  const scope: Scope = { any: false, self: false, teamIds: [], clientIds: [], regionIds: [], orderIds: [] }
  if (!isWithinScopes(actor, action)) return scope
  for (const place of actor.places) {
    const relation = table[action][place.role]
    if (relation === 'any') scope.any = true
    if (relation === 'self') scope.self = true
    if (relation === 'team' && place.teamId) scope.teamIds.push(place.teamId)
    if (relation === 'client' && place.organisationId) scope.clientIds.push(place.organisationId)
    if (relation === 'region' && place.organisationId) scope.regionIds.push(place.organisationId)
    if (relation === 'order' && place.orderId) scope.orderIds.push(place.orderId)
  }
  return scope
}

function isWithinScopes({ only }: Actor, action: Action): boolean {
  return only === undefined || only.has(action)
}

function holds(relation: Relation, actor: Actor, place: Place, subject: Subject): boolean {
  switch (relation) {
    case 'any':
      return true
    case 'self':
      return subject.personId === actor.personId
    case 'team':
      return place.teamId !== null && (subject.teamIds ?? []).includes(place.teamId)
    case 'client':
      return place.organisationId !== null && subject.clientId === place.organisationId
    case 'region':
      return place.organisationId !== null && (subject.regionIds ?? []).includes(place.organisationId)
    case 'order':
      return place.orderId !== null && subject.orderId === place.orderId
  }
}
