import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { dataChecks } from '../../api/src/data-checks.ts'
import type { DataCheck } from '../../api/src/kernel/data-check.ts'
import { root } from '../../scripts/places.ts'

it('the checks of every slice are gone through at night, each with a sentence of its own in both languages', async () => {
  const folder = join(root, 'api/src')
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\/.*-checks\.ts$/.test(name))
  const modules = await Promise.all(
    names.map((name) => import(pathToFileURL(join(folder, name)).href) as Promise<{ checks: DataCheck[] }>),
  )
  const sentences = modules.flatMap(({ checks }) => checks.map(({ sentence }) => sentence))
  expect(names.length).toBeGreaterThan(10)
  expect(dataChecks.map(({ sentence }) => sentence).sort()).toEqual(sentences.sort())
  expect(new Set(sentences).size).toBe(sentences.length)
  expect(dataChecks.filter(({ ja }) => !/[ぁ-ん]/.test(ja))).toEqual([])
})
