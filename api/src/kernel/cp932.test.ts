import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromCp932, toCp932 } from './cp932.ts'

const hex = (text: string) => Buffer.from(toCp932(text).bytes).toString('hex')

test('kana are one byte when half-width, kanji two, and those of names have IBM’s codes', () => {
  expect(hex('ｱﾝﾞﾟ')).toBe('b1dddedf')
  expect(hex('亜ア A')).toBe('889f834120' + '41')
  expect(hex('髙﨑')).toBe('fbfcfab1')
  expect(hex('㈱①Ⅰ')).toBe('878a8740' + '8754')
  expect(hex('〜～')).toBe('81608160')
})

test('what CP932 lacks is named, once each', () => {
  expect(toCp932('𠮷野𠮷😀').missing).toEqual(['𠮷', '😀'])
  expect(toCp932('山田').missing).toEqual([])
})

test('whatever can be written reads the same', () => {
  const character = fc.constantFrom(...'髙﨑亜ｶﾞアいろは、。ABCabc019 -()№￥\r\n熊ヶ谷')
  fc.assert(
    fc.property(fc.array(character), (characters) => {
      const text = characters.join('')
      const { bytes, missing } = toCp932(text)
      expect(missing).toEqual([])
      expect(fromCp932(bytes)).toBe(text)
    }),
  )
})
