import { resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyMigrations } from '../../api/src/db/apply-migrations.ts'
import { holdAlone } from '../../api/src/db/hold-alone.ts'
import { clearUnfinishedDemo, demoKey, marked } from '../../api/src/db/unfinished-demo.ts'
import { newId } from '../../api/src/kernel/ids.ts'
import { type House, openHouse } from '../support/house.ts'

const migrationsFolder = resolve(import.meta.dirname, '../../prisma/migrations')

let house: House
let url: string
beforeAll(async () => {
  house = await openHouse()
  url = house.world.db.pool.options.connectionString ?? ''
})
afterAll(() => house.close())

function addTown(): Promise<unknown> {
  return house.world.db.rows.organisation.create({ data: { id: newId(), kind: 'client', name: 'x', nameEn: 'x' } })
}

async function organisations(): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM organisation')
  await client.end()
  return Number(rows[0]?.count)
}

it('leaves a finished town alone', async () => {
  await marked(house.world.db, addTown)
  expect(await clearUnfinishedDemo(url)).toBe(false)
  expect(await organisations()).toBe(1)
})

it('leaves a town alone that somebody is making at this moment', async () => {
  const { db } = house.world
  await marked(db, async () => {
    await holdAlone(db.pool, demoKey, async () => {
      expect(await clearUnfinishedDemo(url)).toBe(false)
    })
  })
  expect(await organisations()).toBe(1)
})

it('empties a town that was left half-made, once, and the migrations make it anew', async () => {
  const killed = marked(house.world.db, async () => {
    await addTown()
    throw new Error('killed here')
  })
  await expect(killed).rejects.toThrow('killed here')
  expect(await clearUnfinishedDemo(url)).toBe(true)
  expect(await clearUnfinishedDemo(url)).toBe(false)
  const { applied } = await applyMigrations(url, { migrationsFolder })
  expect(applied.length).toBeGreaterThan(0)
  expect(await organisations()).toBe(0)
})
