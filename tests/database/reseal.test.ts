import { afterAll, beforeAll, expect, it } from 'vitest'
import { resealColumn } from '../../api/src/db/reseal.ts'
import { sealedColumns } from '../../api/src/kernel/sealed-columns.ts'
import { makeSealing, newSealingKey, readSealingKeys } from '../../api/src/kernel/sealing.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town, townPeople } from '../support/town.ts'

let house: House
let town: Town
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(() => house.close())

const column = 'second_factor.sealed_secret'
const key = sealedColumns[column]
const [older, newer] = [newSealingKey('older'), newSealingKey('newer')]
const sealing = (...keys: string[]) => makeSealing(readSealingKeys(keys.join(',')) ?? [])

it('seals anew what an older key sealed, once, and names what no key opens', async () => {
  const { pool, rows } = house.world.db
  const begunAt = house.clock.now()
  const before = sealing(older)
  await rows.secondFactor.createMany({
    data: townPeople.map((name) => {
      const personId = town.people[name]
      return { personId, sealedSecret: before.seal(name, { column, id: personId }), begunAt }
    }),
  })
  const stranger = sealing(newSealingKey('lost')).seal('?', { column, id: town.people.ken })
  await rows.secondFactor.update({ where: { personId: town.people.ken }, data: { sealedSecret: stranger } })

  const unopened = [town.people.ken]
  expect(await resealColumn(pool, sealing(newer, older), { column, key })).toEqual({
    resealed: townPeople.length - 1,
    unopened,
  })
  expect(await resealColumn(pool, sealing(newer, older), { column, key })).toEqual({ resealed: 0, unopened })

  const after = sealing(newer)
  const kept = await rows.secondFactor.findMany({ where: { personId: { not: town.people.ken } } })
  const opened = kept.map(({ personId, sealedSecret }) => after.open(sealedSecret, { column, id: personId }))
  expect(opened.sort()).toEqual(townPeople.filter((name) => name !== 'ken').sort())
})

it('knows every sealed column, and the database refuses plain text in each', async () => {
  const { rows } = await house.world.db.pool.query<{ column: string; guards: string[] }>(`
    SELECT c.table_name || '.' || c.column_name AS column,
           array(SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
                  WHERE k.contype = 'c' AND k.conrelid = c.table_name::regclass) AS guards
      FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.column_name LIKE 'sealed\\_%'`)
  expect(rows.map(({ column: each }) => each).sort()).toEqual(Object.keys(sealedColumns).sort())
  for (const { column: each, guards } of rows) {
    expect(guards.some((guard) => guard.includes(`${each.split('.')[1]} ~ '^s1:'`))).toBe(true)
  }
})
