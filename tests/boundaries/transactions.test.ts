import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/places.ts'
import { type Overlay, plant } from './overlay.ts'
import { runTool } from './run-tool.ts'

const store = `
import type { Database, Tx } from '${root}/api/src/db/database.ts'
declare const db: Database
declare function write(tx: Tx): Promise<void>
`
let overlay: Overlay

beforeAll(async () => {
  const options = { extends: `${root}/tsconfig.json`, include: ['*.ts'], compilerOptions: { types: ['node'] } }
  overlay = await plant({
    'within.ts': `${store}export const right = db.transact((tx) => write(tx))\n`,
    'outside.ts': `${store}export const wrong = write(db)\nexport const worse = write({ rows: db.rows, changes: [] })\n`,
    'tsconfig.json': JSON.stringify(options),
  })
})

afterAll(() => overlay.remove())

test('a store that writes does not compile outside a transaction', async () => {
  const { printed } = await runTool(overlay.folder, '@typescript/native/bin/tsc', ['--noEmit', '-p', '.'])
  const errors = printed.split('\n').filter((line) => /^\S*(within|outside)\.ts/.test(line))
  expect(errors.map((line) => line.replace(/.*?(\w+\.ts)\((\d+),.*/, '$1 line $2'))).toEqual([
    'outside.ts line 5',
    'outside.ts line 6',
  ])
})
