import type { Changed } from '@tsumugi/kit/contract/live.ts'
import type { Role } from '@tsumugi/kit/contract/roles.ts'
import type { Actor } from '../permissions/may.ts'

const staffRoles: ReadonlySet<Role> = new Set(['coordinator', 'office', 'payroll'])
/** Those who are never told who works, or which team: not even by id. */
const outsideRoles: ReadonlySet<Role> = new Set(['client', 'partner', 'municipality'])

/** Does this person hear only what concerns the thing itself? */
export function isOutside(actor: Actor): boolean {
  return actor.places.every(({ role }) => outsideRoles.has(role))
}

/** Rooms a person is in wherever they look. */
export function roomsOfPerson(actor: Actor): string[] {
  const rooms = [personRoom(actor.personId)]
  if (actor.places.some(({ role }) => staffRoles.has(role))) rooms.push('staff')
  for (const { teamId } of actor.places) if (teamId !== null) rooms.push(`team:${teamId}`)
  return rooms
}

export function personRoom(personId: string): string {
  return `person:${personId}`
}

/** The room of one watched thing. */
export function watchedRoom(actor: Actor, topic: 'order' | 'team' | 'assignment', id: string): string {
  return isOutside(actor) ? `outside:${topic}:${id}` : `${topic}:${id}`
}

/** Who is told of a change, and in which words: each telling is encoded once for all its rooms. */
export function tellingsOf(change: Changed): { rooms: string[]; telling: Changed }[] {
  const { action, orderId, teamId, personId, assignmentId } = change
  const inside = ['staff']
  if (orderId) inside.push(`order:${orderId}`)
  if (teamId) inside.push(`team:${teamId}`)
  if (personId) inside.push(personRoom(personId))
  if (assignmentId) inside.push(`assignment:${assignmentId}`)
  const tellings = [{ rooms: inside, telling: change }]
  const nothing = { action, orderId: null, teamId: null, personId: null, assignmentId: null }
  if (orderId) tellings.push({ rooms: [`outside:order:${orderId}`], telling: { ...nothing, orderId } })
  if (teamId) tellings.push({ rooms: [`outside:team:${teamId}`], telling: { ...nothing, teamId } })
  return tellings
}
