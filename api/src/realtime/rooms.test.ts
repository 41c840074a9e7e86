import { expect, it } from 'vitest'
import type { Actor } from '../permissions/may.ts'
import { isOutside, roomsOfPerson, tellingsOf, watchedRoom } from './rooms.ts'

const nowhere = { teamId: null, organisationId: null, orderId: null }
const actorWith = (...places: Actor['places']): Actor => ({
  personId: 'p',
  sessionId: 's',
  displayName: 'n',
  mustEnrol: false,
  places,
})
const change = { action: 'task.claimed', orderId: 'o', teamId: 't', personId: 'w', assignmentId: 'a' }

it('puts people into the rooms of their places', () => {
  expect(roomsOfPerson(actorWith({ ...nowhere, role: 'worker', teamId: 't' }))).toEqual(['person:p', 'team:t'])
  expect(roomsOfPerson(actorWith({ ...nowhere, role: 'office' }))).toEqual(['person:p', 'staff'])
  expect(roomsOfPerson(actorWith({ ...nowhere, role: 'client', organisationId: 'c' }))).toEqual(['person:p'])
})

it('never tells people from outside who works or for which team', () => {
  const client = actorWith({ ...nowhere, role: 'client', organisationId: 'c' })
  expect(isOutside(client)).toBe(true)
  const told = tellingsOf(change).find(({ rooms }) => rooms.includes(watchedRoom(client, 'order', 'o')))
  expect(told?.telling).toEqual({
    action: 'task.claimed',
    orderId: 'o',
    teamId: null,
    personId: null,
    assignmentId: null,
  })
})

it('tells people inside everything once', () => {
  expect(tellingsOf(change)[0]).toEqual({
    rooms: ['staff', 'order:o', 'team:t', 'person:w', 'assignment:a'],
    telling: change,
  })
})

it('treats somebody with one place inside as inside', () => {
  const both = actorWith(
    { ...nowhere, role: 'municipality', organisationId: 'm' },
    { ...nowhere, role: 'worker', teamId: 't' },
  )
  expect(isOutside(both)).toBe(false)
  expect(watchedRoom(both, 'order', 'o')).toBe('order:o')
})
