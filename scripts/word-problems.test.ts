import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkWords } from './prepare.mjs'
import { wordProblems } from './word-problems.ts'

it('a text that one language lacks is named', () => {
  expect(wordProblems('work', { ja: { stop: 'やめる', go: '始める' }, en: { stop: 'Stop' } })).toEqual([
    'work.go is missing in English',
  ])
  expect(wordProblems('work', { ja: {}, en: { stop: 'Stop' } })).toEqual(['work.stop is missing in Japanese'])
  expect(wordProblems('work', { ja: { stop: 'やめる' }, en: { stop: ' ' } })).toEqual([
    'work.stop is missing in English',
  ])
  const plural = { ja: { images: '{{count}}枚' }, en: { images: { one: 'one image', other: '{{total}} images' } } }
  expect(wordProblems('work', plural)).toEqual(['work.images fills {total} in English only'])
})

it('the build stops at a missing translation, and says which', async () => {
  const planted = join(mkdtempSync(join(tmpdir(), 'words-')), 'planted.ts')
  writeFileSync(planted, `export const planted = { name: 'planted', ja: { go: '始める' }, en: {} }`)
  await expect(checkWords([planted])).rejects.toThrow('planted.go is missing in English')
  await checkWords()
})
