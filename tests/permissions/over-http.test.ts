import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { endpoints as everything } from '../../kit/contract/all.ts'
import type { Endpoint } from '../../kit/contract/endpoint.ts'
import { roles } from '../../kit/contract/roles.ts'
import { codesOf } from '../../scripts/generate/openapi.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'
import { castSide, type Player, type Side } from './cast.ts'
import { expected, type Tie } from './expected.ts'
import { askAbout, withoutRequest } from './requests.ts'
import { makeThings, type Things } from './things.ts'

const endpoints = everything.map(({ endpoint }) => endpoint)
const guarded = endpoints.filter(({ action }) => action !== null)
const naming = guarded.filter(({ params }) => params !== undefined)
const listing = guarded.filter(({ params, method }) => params === undefined && method === 'GET')

let house: House
let town: Town
let north: Side
let south: Side
/** The north's, held by its worker. */
let things: Things
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  const orders = { north: await bareOrder(town.clientId), south: await bareOrder(town.rivalClientId) }
  north = await castSide(house, town, 'north', orders.north)
  south = await castSide(house, town, 'south', orders.south)
  things = await thingsOfNorth(player(north, 'worker').personId)
  await callTo(things.orderId)
})
afterAll(() => house.close())

function player(side: Side, role: Player['role']): Player {
  const found = side.players.get(role)
  if (!found) throw new Error(`nobody is cast as ${role}`)
  return found
}

/** An order nobody else has to do with, for the professionals to be called to. */
async function bareOrder(clientId: string): Promise<string> {
  const id = newId()
  const fields = { kind: 'image', title: 'x', labels: [], deliveryFormats: ['coco'], createdAt: house.clock.now() }
  await house.world.db.rows.order.create({ data: { id, clientId, ...fields, createdById: town.people.office } })
  return id
}

function thingsOfNorth(holderId: string, senderId = holderId): Promise<Things> {
  const { clientId, teamId, regionId } = north
  return makeThings(house, town, { clientId, teamId, regionId, holderId, senderId, directorId: town.people.sato })
}

/** Calls the north's professional to an order. */
async function callTo(orderId: string): Promise<void> {
  const { personId } = player(north, 'pro')
  await house.world.db.rows.membership.updateMany({ where: { personId }, data: { orderId } })
  house.authenticate.forget(personId)
}

function tieOf(endpoint: Endpoint, role: Player['role']): Tie | undefined {
  return endpoint.action === null ? undefined : expected.get(endpoint.action)?.get(role)
}

it('has a good request for every endpoint', () => {
  expect(withoutRequest(endpoints)).toEqual([])
})

describe('without being signed in', () => {
  const claims = () => ({ sub: player(north, 'office').personId, sid: newId(), exp: 4_000_000_000 })
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const unsigned = () => `Bearer ${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.`
  const forged = (key: string) => {
    const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims())}`
    return `Bearer ${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
  }

  it('every endpoint answers 401, whatever is shown in place of a token', async () => {
    const right = player(north, 'office').token
    const [head, body, signature] = right.split('.')
    const shown: (string | null)[] = [
      null,
      '',
      'Bearer ',
      'Bearer null',
      `Basic ${right}`,
      `bearer ${right}`,
      unsigned(),
      forged('another secret, just as long as ours!'),
      `Bearer ${head}.${body}.${signature?.split('').reverse().join('')}`,
      `Bearer ${head}.${part(claims())}.${signature}`,
    ]
    for (const endpoint of guarded) {
      for (const authorization of shown) {
        const { status, code } = await askAbout(house, endpoint, things, authorization)
        expect([endpoint.name, authorization, status, code]).toEqual([
          endpoint.name,
          authorization,
          401,
          'session.required',
        ])
      }
    }
  })
})

it('every change by POST knows keys: one nobody could mean is refused, whatever is asked', async () => {
  const posts = guarded.filter(({ method }) => method === 'POST')
  expect(posts.length).toBeGreaterThan(70)
  const seen: unknown[] = []
  for (const endpoint of posts) {
    const role = roles.find((each) => tieOf(endpoint, each) !== undefined)
    if (!role) continue
    const { token } = player(north, role)
    const { status, text } = await askAbout(house, endpoint, things, `Bearer ${token}`, 'x'.repeat(201))
    if (status !== 400 || !text.includes('header.idempotency-key')) seen.push([endpoint.name, status, text])
  }
  expect(seen).toEqual([])
  // Nobody is signed in there to keep a key for: these sign in, use a link up that works once, or note that a notice was opened, which holds once.
  const open = endpoints.filter(({ method, action }) => method === 'POST' && action === null)
  expect(open.map(({ name }) => name).sort()).toEqual([
    'acceptInvitation',
    'askPasswordReset',
    'beginPasskeySignIn',
    'openTermsLink',
    'refreshSession',
    'resetPassword',
    'signIn',
    'signInWithPasskey',
  ])
})

describe('with a role that does not have the action at all', () => {
  for (const role of roles) {
    it(`${role} is answered 403 by everything that is not theirs to do`, async () => {
      const seen: unknown[] = []
      for (const endpoint of guarded.filter((each) => tieOf(each, role) === undefined)) {
        const { status, code } = await askAbout(house, endpoint, things, `Bearer ${player(north, role).token}`)
        if (status !== 403 || code !== 'permission.denied') seen.push([endpoint.name, status, code])
      }
      expect(seen).toEqual([])
    })
  }
})

describe('with the role, and a thing of another client, team, region or person', () => {
  for (const endpoint of naming) {
    it(`${endpoint.name} answers 404 and changes nothing`, async () => {
      const before = await fingerprint()
      const seen: unknown[] = []
      for (const role of roles) {
        const tie = tieOf(endpoint, role)
        if (tie === undefined || tie === 'any') continue
        const { status, code } = await askAbout(house, endpoint, things, `Bearer ${player(south, role).token}`)
        if (status !== 404 || code !== 'thing.not_found') seen.push([role, status, code])
        if (tie !== 'self') continue
        // Colleagues know of the team's tasks; whoever lost one to a colleague is told so.
        const colleague = role === 'worker' ? north.colleague : player(north, role)
        const told = await askAbout(house, endpoint, things, `Bearer ${colleague.token}`)
        const notTheirs = endpoint.refusals.includes('task.not_yours') ? 'task.not_yours' : 'thing.not_found'
        if (told.code !== notTheirs) seen.push([`another ${role}`, told.status, told.code])
      }
      expect(seen).toEqual([])
      expect(await fingerprint()).toBe(before)
    })
  }

  for (const endpoint of listing) {
    it(`${endpoint.name} lists none of them`, async () => {
      const ids = [things.orderId, things.assignmentId, things.submissionId, things.noticeId, things.personId]
      for (const role of roles) {
        const tie = tieOf(endpoint, role)
        if (tie === undefined || tie === 'any') continue
        const { status, text } = await askAbout(house, endpoint, things, `Bearer ${player(south, role).token}`)
        expect([endpoint.name, role, status]).toEqual([endpoint.name, role, 200])
        for (const id of [...ids, north.clientId, north.teamId]) expect(text).not.toContain(id)
      }
    })
  }

  it('a client cannot order in another client’s name', async () => {
    const { token } = player(south, 'client')
    const response = await fetch(`${house.url}/api/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'image', title: 'x', clientId: north.clientId }),
    })
    const { id } = (await response.json()) as { id?: string }
    const order = id && (await house.world.db.rows.order.findUniqueOrThrow({ where: { id } }))
    expect(order ? order.clientId : response.status).toBe(order ? south.clientId : 404)
  })
})

describe('with the role and a thing that is tied to them', () => {
  for (const endpoint of guarded) {
    it(`${endpoint.name} is theirs, refuses by rules only, and with codes the contract names`, async () => {
      const seen: unknown[] = []
      const worker = player(north, 'worker').personId
      for (const role of roles) {
        const tie = tieOf(endpoint, role)
        if (tie === undefined) continue
        const one = await freshPlayer(role)
        const isSending = /^(upload|piece|api_key|webhook|webhook_message)\./.test(endpoint.action ?? '')
        const holder = tie === 'self' && !isSending ? one.personId : worker
        const own = endpoint.params ? await thingsOfNorth(holder, isSending ? one.personId : holder) : things
        if (tie === 'order') await callTo(own.orderId)
        const key = newId()
        const first = await askAbout(house, endpoint, own, `Bearer ${one.token}`, key)
        const { status, code } = first
        if (endpoint.method === 'POST' && status === 200) {
          const again = await askAbout(house, endpoint, own, `Bearer ${one.token}`, key)
          const isOnce = endpoint.secretAnswer
            ? again.code === 'request.in_doubt'
            : again.isReplay && again.text === first.text
          if (!isOnce) seen.push([role, 'done again', again.status, again.code])
        }
        const known = code === null || (codesOf(endpoint) as string[]).includes(code)
        if (status >= 500 || [400, 401, 403, 404].includes(status) || !known) seen.push([role, status, code])
      }
      expect(seen).toEqual([])
    })
  }
})

/** signOutEverywhere ends what the others still need: each is asked with a session of its own. */
async function freshPlayer(role: Player['role']): Promise<Player> {
  const one = player(north, role)
  return { ...one, token: await house.tokenOf(one.personId) }
}

/** Everything that could have been changed, counted and summed up. */
async function fingerprint(): Promise<string> {
  const { rows } = await house.world.db.pool.query<{ print: string }>(`
    SELECT concat_ws(' ',
      (SELECT count(*) FROM event), (SELECT count(*) FROM submission), (SELECT count(*) FROM review),
      (SELECT count(*) FROM pin_message), (SELECT count(*) FROM terms_notice), (SELECT count(*) FROM stored_file),
      (SELECT count(*) FROM manual), (SELECT count(*) FROM quote), (SELECT count(*) FROM draft),
      (SELECT md5(string_agg(a::text, '' ORDER BY id)) FROM assignment a),
      (SELECT md5(string_agg(o::text, '' ORDER BY id)) FROM "order" o),
      (SELECT md5(string_agg(i::text, '' ORDER BY id)) FROM order_item i),
      (SELECT md5(string_agg(u::text, '' ORDER BY id)) FROM upload u),
      (SELECT md5(string_agg(d::text, '' ORDER BY id)) FROM delivery d)) AS print`)
  return rows[0]?.print ?? ''
}
