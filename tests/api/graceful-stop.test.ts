import type { AddressInfo } from 'node:net'
import supertest from 'supertest'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createApp } from '../../api/src/app.ts'
import { openServer } from '../../api/src/open-server.ts'
import { type House, openHouse } from '../support/house.ts'
import { openScreen } from '../support/screen.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(() => house.close())

it('a server that takes leave tells balancers, and keeps no connection open', async () => {
  const app = createApp(house.world, house.authenticate, [], { isStopping: () => true })
  const ready = await supertest(app).get('/readyz')
  expect([ready.status, ready.headers.connection]).toEqual([503, 'close'])
})

it('a server that is asked to stop takes nothing new, drops its screens, and finishes what it began', async () => {
  const opened = await openServer(house.world, { databaseUrl: house.databaseUrl })
  await new Promise<void>((ready) => opened.server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(opened.server.address() as AddressInfo).port}`
  const token = await house.tokenOf(town.people.hana)
  const screen = await openScreen({ ...house, url }, town.people.hana)

  const holder = await house.world.db.pool.connect()
  await holder.query('BEGIN; LOCK TABLE person IN ACCESS EXCLUSIVE MODE')
  const waiting = fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } })
  const waits = `SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted`
  await vi.waitFor(async () => expect((await holder.query(waits)).rows[0].count).toBeGreaterThan(0), 10_000)

  const closed = opened.close(20)
  await vi.waitFor(() => expect(screen.socket.connected).toBe(false), 10_000)
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
  await holder.query('COMMIT')
  holder.release()
  expect((await waiting).status).toBe(200)
  await closed
})
