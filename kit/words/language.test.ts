import { expect, test } from 'vitest'
import { wordsOf } from './language.ts'
import { area } from './words.ts'

const words = area('language-test', {
  ja: { images: '{{count}}枚', half: '{{total}}件中{{done}}件' },
  en: { images: { one: '{{count}} image', other: '{{count}} images' }, half: '{{done}} of {{total}}' },
})

test('one and many are told apart by a number, also when it comes formatted', () => {
  const english = wordsOf(words, 'en')
  expect(english('images', { count: 1 })).toBe('1 image')
  expect(english('images', { count: 24 })).toBe('24 images')
  expect(english('images', { count: '1' })).toBe('1 image')
  expect(english('images', { count: '1,234' })).toBe('1,234 images')
  expect(english('images', { count: '0' })).toBe('0 images')
})

test('places are filled in both languages', () => {
  expect(wordsOf(words, 'ja')('images', { count: '1,234' })).toBe('1,234枚')
  expect(wordsOf(words, 'ja')('half', { total: 24, done: 11 })).toBe('24件中11件')
  expect(wordsOf(words, 'en')('half', { total: 24, done: 11 })).toBe('11 of 24')
})
