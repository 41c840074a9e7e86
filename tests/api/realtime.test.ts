import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendEvent } from '../../api/src/events/append-event.ts'
import { accessToken } from '../../api/src/http/authenticate.ts'
import { newId } from '../../api/src/kernel/ids.ts'
import { changeMe, changeMemberships, signOutEverywhere } from '../../kit/contract/people.ts'
import { asPerson } from '../support/ask.ts'
import { type House, openHouse, openNeighbour } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { dropped, openScreen, type Screen } from '../support/screen.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'

let house: House
let neighbour: House
let town: Town
let order: RunningOrder
const screens: Screen[] = []

beforeAll(async () => {
  house = await openHouse()
  neighbour = await openNeighbour(house)
  town = await makeTown(house)
  order = await makeRunningOrder(house, town)
})
afterAll(async () => {
  for (const { socket } of screens) socket.disconnect()
  await neighbour.close()
  await house.close()
})

async function screenOf(name: TownPerson, at: House = house): Promise<Screen> {
  const screen = await openScreen(at, town.people[name])
  screens.push(screen)
  // What an earlier test told may still be on its way from one process to the other.
  await screen.settled(house)
  screen.heard.length = 0
  return screen
}
/** Watches, and forgets what the moment before told. */
async function watches(screen: Screen, ...what: Parameters<Screen['watch']>): Promise<void> {
  await screen.watch(...what)
  screen.heard.length = 0
}
const claimed = () => ({
  action: 'task.claimed',
  orderId: order.orderId,
  teamId: town.northTeamId,
  personId: town.people.ken,
  assignmentId: order.assignmentIds[0] ?? '',
})

describe('who hears of a change', () => {
  it('is the team, the office, the person and whoever watches, in this process and in the other', async () => {
    const colleague = await screenOf('hana', neighbour)
    const office = await screenOf('office', neighbour)
    const ken = await screenOf('ken')
    const client = await screenOf('client', neighbour)
    await watches(client, 'order', order.orderId)
    house.world.publish([claimed()])
    for (const screen of [colleague, office, ken, client]) await screen.settled(house)
    for (const screen of [colleague, office, ken]) expect(screen.heard).toEqual([claimed()])
    expect(client.heard).toEqual([
      { action: 'task.claimed', orderId: order.orderId, teamId: null, personId: null, assignmentId: null },
    ])
  })

  it('is no outsider, whatever they ask to watch', async () => {
    const outsiders = await Promise.all(
      (['yui', 'ueda', 'rival', 'partner', 'municipality'] as const).flatMap((name) => [
        screenOf(name),
        screenOf(name, neighbour),
      ]),
    )
    for (const screen of outsiders) {
      await screen.watch('order', order.orderId)
      await screen.watch('assignment', order.assignmentIds[0] ?? '')
      await screen.watch('person', town.people.ken)
      screen.socket.emit('watch', { topic: 'team', id: town.southTeamId })
      screen.socket.emit('watch', null)
      screen.socket.emit('watch', { topic: 'staff', id: town.northTeamId })
      screen.socket.emit('watch')
    }
    house.world.publish([claimed()])
    for (const screen of outsiders) await screen.settled(house)
    expect(outsiders.flatMap(({ heard }) => heard)).toEqual([])
    expect(outsiders.every(({ socket }) => socket.connected)).toBe(true)
  })

  it('is only whoever still watches', async () => {
    const client = await screenOf('client')
    await client.watch('order', order.orderId)
    await client.settled(house)
    client.socket.emit('unwatch', { topic: 'order', id: order.orderId })
    // Messages of one socket are handled in their order.
    await client.watch('order', order.orderId)
    client.socket.emit('unwatch', { topic: 'order', id: order.orderId })
    await watches(client, 'order', town.clientId)
    house.world.publish([claimed()])
    await client.settled(house)
    expect(client.heard).toEqual([])
  })

  it('is also whoever joins a moment later, having read what they show before', async () => {
    const { orderId, teamId, personId, assignmentId } = claimed()
    const event = { action: 'task.claimed', at: house.clock.now(), actorId: personId } as const
    await house.world.db.transact((tx) => appendEvent(tx, { ...event, orderId, teamId, personId, assignmentId }))
    const [office, colleague, stranger] = await Promise.all([screenOf('office'), screenOf('hana'), screenOf('yui')])
    for (const screen of [office, colleague, stranger]) await screen.socket.emitWithAck('catch-up', null)
    expect([office.heard.at(0), colleague.heard.at(0)]).toEqual([claimed(), claimed()])
    expect(stranger.actions()).not.toContain('task.claimed')
    const client = await screenOf('client', neighbour)
    await client.watch('order', orderId)
    expect(client.heard.at(0)).toEqual({ ...claimed(), teamId: null, personId: null, assignmentId: null })
  })

  it('is not whoever floods: hundreds of messages at once drop the socket, and only that one', async () => {
    const [flooding, other] = await Promise.all([screenOf('hana'), screenOf('hana')])
    const dropped = new Promise((resolve) => flooding.socket.once('disconnect', resolve))
    for (let at = 0; at <= 500; at += 1) flooding.socket.emit('unwatch', null)
    expect(await dropped).toBe('io server disconnect')
    await other.socket.emitWithAck('catch-up', null)
    expect(other.socket.connected).toBe(true)
  })

  it('lets a municipality follow its teams by number and not by person', async () => {
    const municipality = await screenOf('municipality')
    await watches(municipality, 'team', town.northTeamId)
    house.world.publish([claimed()])
    await municipality.settled(house)
    expect(municipality.heard).toEqual([
      { action: 'task.claimed', orderId: null, teamId: town.northTeamId, personId: null, assignmentId: null },
    ])
  })

  it('hears of what was committed and never of what was rolled back', async () => {
    const office = await screenOf('office', neighbour)
    const hana = await asPerson(house, town.people.hana)
    await hana(changeMe, { body: { displayName: 'はな', version: 1 } })
    await expect(
      house.world.db.transact(async (tx) => {
        tx.changes.push(claimed())
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    await office.settled(house)
    expect(office.actions()).toEqual(['me.changed'])
  })

  it('hears of hundreds of changes at once, each of them', async () => {
    const office = await screenOf('office', neighbour)
    const many = Array.from({ length: 400 }, () => ({ ...claimed(), assignmentId: newId() }))
    house.world.publish(many)
    await office.settled(house)
    expect(office.heard).toEqual(many)
  })
})

describe('a socket', () => {
  it('is turned away without a token, with a foreign one and with one that has run out', async () => {
    await expect(openScreen(house, '', '')).rejects.toThrow('session.required')
    await expect(openScreen(house, '', 'a.b.c')).rejects.toThrow('session.required')
    const gone = accessToken(house.world, town.people.hana, newId())
    await expect(openScreen(house, '', gone.accessToken)).rejects.toThrow('session.ended')
  })

  it('drops when its session is ended in the other process, at once', async () => {
    const screen = await screenOf('mori', neighbour)
    const other = await screenOf('sato', neighbour)
    const began = performance.now()
    await (await asPerson(house, town.people.mori))(signOutEverywhere)
    await dropped(screen)
    // The sweep every five seconds is only a backstop.
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(other.socket.connected).toBe(true)
  })

  it('is dropped by the sweep when nobody told of the ending', async () => {
    const screen = await screenOf('mori')
    await house.world.db.rows.session.updateMany({
      where: { personId: town.people.mori },
      data: { revokedAt: house.clock.now() },
    })
    await dropped(screen)
  }, 15_000)

  it('comes back with the new roles after they changed', async () => {
    const token = await house.tokenOf(town.people.ken)
    const before = await openScreen(house, town.people.ken, token)
    const office = await asPerson(neighbour, town.people.office)
    await office(changeMemberships, {
      params: { personId: town.people.ken },
      body: { memberships: [{ role: 'worker', teamId: town.southTeamId }], version: 1 },
    })
    await dropped(before)
    const after = await openScreen(house, town.people.ken, token)
    house.world.publish([
      claimed(),
      { ...claimed(), personId: null, teamId: town.southTeamId, action: 'task.released' },
    ])
    await after.settled(house)
    // The first still names ken himself.
    expect(after.actions()).toEqual(['task.claimed', 'task.released'])
    house.world.publish([{ ...claimed(), personId: null }])
    await after.settled(house)
    expect(after.heard).toHaveLength(2)
    after.socket.disconnect()
  })

  it('lives on with a renewed token, drops without, and takes no other person’s', async () => {
    const renewing = await screenOf('hana')
    const forgetting = await screenOf('hana')
    const cheating = await screenOf('hana')
    cheating.socket.emit('renew', { token: await house.tokenOf(town.people.office) })
    await dropped(cheating)
    house.clock.advance(14 * 60)
    await renewing.socket.emitWithAck('renew', { token: await house.tokenOf(town.people.hana) })
    house.clock.advance(2 * 60)
    await dropped(forgetting)
    expect(renewing.socket.connected).toBe(true)
  }, 15_000)
})

it('says that changes were missed when the line between the processes was cut, and hears again', async () => {
  const screen = await screenOf('office', neighbour)
  const told = new Promise((resolve) => screen.socket.once('gap', resolve))
  await house.world.db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND (query LIKE 'LISTEN %' OR query LIKE 'SELECT pg_notify%')`,
  )
  await told
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  screen.heard.length = 0
  house.world.publish([claimed()])
  await screen.settled(house)
  expect(screen.heard).toEqual([claimed()])
}, 15_000)
