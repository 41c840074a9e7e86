import { roles } from '@tsumugi/kit/contract/roles.ts'
import { describe, expect, it } from 'vitest'
import { givingRefusal, type KnownPlaces, membershipRefusal } from './membership-rules.ts'

const known: KnownPlaces = {
  teamIds: new Set(['north']),
  organisationKinds: new Map([
    ['kita', 'client'],
    ['town', 'municipality'],
    ['next', 'partner'],
  ]),
  orderIds: new Set(['order']),
}
const right = {
  worker: { teamId: 'north' },
  leader: { teamId: 'north' },
  director: { teamId: 'north' },
  client: { organisationId: 'kita' },
  partner: { organisationId: 'next' },
  municipality: { organisationId: 'town' },
  pro: { orderId: 'order' },
  coordinator: {},
  office: {},
  payroll: {},
} as const

describe('a role and its place', () => {
  it('holds with exactly the place it needs and with no other', () => {
    for (const role of roles) {
      for (const [owner, place] of Object.entries(right)) {
        const same = JSON.stringify(place) === JSON.stringify(right[role])
        const refusal = membershipRefusal([{ role, ...place }], known)
        expect([role, owner, refusal]).toEqual([role, owner, same ? null : 'person.needs_membership'])
      }
    }
  })
  it('needs a place that exists', () => {
    expect(membershipRefusal([{ role: 'worker', teamId: 'gone' }], known)).toBe('person.needs_membership')
    expect(membershipRefusal([{ role: 'pro', orderId: 'gone' }], known)).toBe('person.needs_membership')
    expect(membershipRefusal([{ role: 'client', organisationId: 'gone' }], known)).toBe('person.needs_membership')
  })
  it('is one at least, and every one of them right', () => {
    expect(membershipRefusal([], known)).toBe('person.needs_membership')
    expect(membershipRefusal([{ role: 'office' }, { role: 'worker' }], known)).toBe('person.needs_membership')
  })
})

describe('giving roles', () => {
  it('is for places in teams, and for all others only by those who may change memberships', () => {
    for (const role of roles) {
      const inTeam = ['worker', 'leader', 'director'].includes(role)
      expect(givingRefusal([{ role: 'worker' }, { role }], false)).toBe(inTeam ? null : 'permission.denied')
      expect(givingRefusal([{ role }], true)).toBeNull()
    }
  })
})
