import { expect, test } from 'vitest'
import { makeSealing, newSealingKey, readSealingKeys } from './sealing.ts'

const place = { column: 'second_factor.sealed_secret', id: 'a' } as const
const [older, newer] = [newSealingKey('2025'), newSealingKey('2026')]
const sealing = (keys: string) => makeSealing(readSealingKeys(keys) ?? [])

test('what is sealed opens again at its place and nowhere else', () => {
  const { seal, open } = sealing(older)
  const sealed = seal('三毛猫 🐈', place)
  expect(sealed).toMatch(/^s1:2025:[\w-]+$/)
  expect(open(sealed, place)).toBe('三毛猫 🐈')
  expect(() => open(sealed, { ...place, id: 'b' })).toThrow('unable to authenticate')
  expect(seal('三毛猫 🐈', place)).not.toBe(sealed)
})

test('one changed letter is noticed, wherever it stands', () => {
  const { seal, open } = sealing(older)
  const sealed = seal('secret', place)
  // The last letter carries bits that mean nothing.
  for (let at = 's1:2025:'.length; at < sealed.length - 1; at++) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
    expect(() => open(changed, place)).toThrow()
  }
  for (const broken of ['', 'secret', 's1:2025:', 's1:2025:AAAA', `${sealed}:more`, sealed.replace('s1', 's2')]) {
    expect(() => open(broken, place)).toThrow('assertion failed')
  }
})

test('the first key seals and every key opens, so that keys can be changed while people work', () => {
  const old = sealing(older).seal('secret', place)
  const both = sealing(`${newer}\n${older}\n`)
  expect(both.open(old, place)).toBe('secret')
  const sealed = both.seal('secret', place)
  expect(sealed.startsWith(both.currentPrefix)).toBe(true)
  expect(sealing(newer).open(sealed, place)).toBe('secret')
  expect(() => sealing(older).open(sealed, place)).toThrow('lacks the key 2026')
  const impostor = sealing(newSealingKey('2026'))
  expect(() => impostor.open(sealed, place)).toThrow('unable to authenticate')
})

test.each([
  '',
  'without-a-name',
  `${older},${older}`,
  `${older},2026:short`,
  '2026:c2hvcnQ=',
  newer.replace('2026', 'Jahr 2026'),
])('%j is no list of keys', (text) => {
  expect(readSealingKeys(text)).toBeNull()
})
