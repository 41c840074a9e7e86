import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { withProjectDatabase } from './project-database.ts'

test('the database is the one the server would take, also when its address lies in a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsumugi-database-'))
  writeFileSync(join(folder, 'address'), 'postgres://db/tsumugi\n')
  vi.stubEnv('DATABASE_URL', undefined)
  vi.stubEnv('DATABASE_URL_FILE', join(folder, 'address'))
  expect(await withProjectDatabase(async (...given) => given)).toEqual(['postgres://db/tsumugi', false])
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})
