import { expect, test } from 'vitest'
import { plainName } from './plain-name.ts'

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\hana\\写真.JPG', '写真.JPG'],
  ['a\u0000b\u0007c\n.png', 'abc.png'],
  ['evil\u202egpj.exe', 'evilgpj.exe'],
  ['\u200f\ufeffmark\u200b.png', 'mark.png'],
  ['か\u3099.jpg', 'が.jpg'],
  ['', 'file'],
  ['..', 'file'],
  ['folder/', 'file'],
])('%j becomes %j', (given, plain) => {
  expect(plainName(given)).toBe(plain)
})

test('a long name is cut before its ending and never inside a letter', () => {
  const plain = plainName(`${'𠮷'.repeat(300)}.jpeg`)
  expect([...plain]).toHaveLength(200)
  expect(plain.endsWith('𠮷.jpeg')).toBe(true)
})
