import { describe, expect, it } from 'vitest'
import { type Actor, may, mayAtAll, type Place, type Subject, scopeOf } from '../../api/src/permissions/may.ts'
import { actions } from '../../kit/contract/actions.ts'
import { endpoints } from '../../kit/contract/all.ts'
import { type Role, roles } from '../../kit/contract/roles.ts'
import { expected, type Tie, ties } from './expected.ts'

const placeOf: Record<Role, Partial<Place>> = {
  worker: { teamId: 'my team' },
  leader: { teamId: 'my team' },
  director: { teamId: 'my team' },
  client: { organisationId: 'my organisation' },
  partner: { organisationId: 'my organisation' },
  municipality: { organisationId: 'my organisation' },
  pro: { orderId: 'my order' },
  coordinator: {},
  office: {},
  payroll: {},
}
const inRole = (role: Role, place: Partial<Place> = placeOf[role]): Place => ({
  role,
  teamId: null,
  organisationId: null,
  orderId: null,
  ...place,
})
const actorIn = (...places: Place[]): Actor => ({
  personId: 'me',
  sessionId: 's',
  displayName: 'me',
  mustEnrol: false,
  places,
})

const foreign: Subject = {
  personId: 'somebody',
  teamIds: ['another team'],
  clientId: 'another organisation',
  regionIds: ['another organisation'],
  orderId: 'another order',
}
/** A thing tied to the person in exactly one way. */
const tiedBy: Record<Exclude<Tie, 'any'>, Subject> = {
  self: { ...foreign, personId: 'me' },
  team: { ...foreign, teamIds: ['another team', 'my team'] },
  client: { ...foreign, clientId: 'my organisation' },
  region: { ...foreign, regionIds: ['my organisation'] },
  order: { ...foreign, orderId: 'my order' },
}

describe('every action, role and relation', () => {
  it('is written down for every action there is', () => {
    expect([...expected.keys()].sort()).toEqual([...actions].sort())
  })

  for (const action of actions) {
    it(`${action} goes to exactly those named`, () => {
      const seen: string[] = []
      const wanted: string[] = []
      for (const role of roles) {
        const actor = actorIn(inRole(role))
        const tie = expected.get(action)?.get(role)
        for (const each of ties) {
          const subject = each === 'any' ? foreign : tiedBy[each]
          if (may(actor, action, subject)) seen.push(`${role} ${each}`)
          if (tie === 'any' || tie === each) wanted.push(`${role} ${each}`)
        }
        // A thing nobody said anything about is tied to nobody.
        expect(may(actor, action, {})).toBe(tie === 'any')
        expect(mayAtAll(actor, action)).toBe(tie !== undefined)
        const { any, self, teamIds, clientIds, regionIds, orderIds } = scopeOf(actor, action)
        expect({ any, self, teamIds, clientIds, regionIds, orderIds }).toEqual({
          any: tie === 'any',
          self: tie === 'self',
          teamIds: tie === 'team' ? ['my team'] : [],
          clientIds: tie === 'client' ? ['my organisation'] : [],
          regionIds: tie === 'region' ? ['my organisation'] : [],
          orderIds: tie === 'order' ? ['my order'] : [],
        })
      }
      expect(seen).toEqual(wanted)
      // Default nobody.
      expect(may(actorIn(), action, tiedBy.self)).toBe(false)
    })
  }
})

it('a team counts only for the role held in it', () => {
  const both = actorIn(inRole('worker', { teamId: 'one' }), inRole('director', { teamId: 'two' }))
  expect(may(both, 'submission.accept', { teamIds: ['one'] })).toBe(false)
  expect(may(both, 'submission.accept', { teamIds: ['two'] })).toBe(true)
  expect(may(both, 'task.claim', { teamIds: ['one'] })).toBe(true)
  expect(scopeOf(both, 'review.list').teamIds).toEqual(['two'])
})

it('a place without its id is tied to nothing, not to everything', () => {
  for (const role of roles) {
    for (const action of actions) {
      if (expected.get(action)?.get(role) === 'any') continue
      const nowhere = actorIn(inRole(role, {}))
      const empty: Subject = { personId: null, teamIds: [], clientId: null, regionIds: [], orderId: null }
      expect([role, action, may(nowhere, action, empty)]).toEqual([role, action, false])
    }
  }
})

it('every endpoint that needs somebody signed in asks for an action in the table', () => {
  const open = endpoints.filter(({ endpoint }) => endpoint.action === null).map(({ endpoint }) => endpoint.name)
  expect(open.sort()).toEqual([
    'acceptInvitation',
    'askPasswordReset',
    'beginPasskeySignIn',
    'downloadPackage',
    'downloadTermsLink',
    'getInvitation',
    'getItemImage',
    'openTermsLink',
    'refreshSession',
    'resetPassword',
    'signIn',
    'signInWithPasskey',
    'signOut',
  ])
})
