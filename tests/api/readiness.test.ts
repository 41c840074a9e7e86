import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function ready() {
  const answer = await fetch(`${house.url}/readyz`)
  return { status: answer.status, body: await answer.json() }
}

it('is ready while database and files answer, and says what is away', async () => {
  expect(await ready()).toEqual({ status: 200, body: { ready: true, database: true, files: true, stopping: false } })
  const { files } = house.world
  const { bytesOf } = files
  files.bytesOf = () => Promise.reject(new Error('away'))
  expect(await ready()).toEqual({ status: 503, body: { ready: false, database: true, files: false, stopping: false } })
  files.bytesOf = bytesOf
  expect((await ready()).status).toBe(200)
})

it('gives every answer an id of its own', async () => {
  const ids = await Promise.all(
    [1, 2].map(async () => (await fetch(`${house.url}/api/me`)).headers.get('x-request-id')),
  )
  expect(new Set(ids).size).toBe(2)
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/)
})
