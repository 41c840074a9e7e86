import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const rows = readFileSync(resolve(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| API\d/.test(line))

it('SECURITY.md names tests for each of the ten risks, and every one of them exists', () => {
  expect(rows.map((row) => /API\d+/.exec(row)?.[0])).toEqual(
    Array.from({ length: 10 }, (_, index) => `API${index + 1}`),
  )
  for (const row of rows) {
    const named = [...row.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, path]) => path ?? '')
    expect([row.slice(0, 40), named.length > 0]).toEqual([row.slice(0, 40), true])
    expect(named.filter((path) => !existsSync(resolve(root, path)))).toEqual([])
  }
})
