import { expect, test } from 'vitest'
import { byCounting, entryPath, entryVerdict, expandsTooFar } from './zip-entry-rules.ts'

const plain = { encrypted: false, unixKind: 0 }

test.each([
  ['photos/1.jpg', 'take'],
  ['写真/表.jpg', 'take'],
  ['photos/', 'skip'],
  ['__MACOSX/photos/._1.jpg', 'skip'],
  ['photos/._1.jpg', 'skip'],
  ['photos/.DS_Store', 'skip'],
  ['photos\\Thumbs.db', 'skip'],
  ['../../etc/passwd', 'unsafe'],
  ['a/../../b.jpg', 'unsafe'],
  ['a\\..\\b.jpg', 'unsafe'],
  ['__MACOSX/../../x', 'unsafe'],
  ['/etc/passwd', 'unsafe'],
  ['\\\\server\\share.jpg', 'unsafe'],
  ['C:\\x.jpg', 'unsafe'],
  ['c:x.jpg', 'unsafe'],
  ['a.jpg\0.exe', 'unsafe'],
  ['inner.ZIP', 'unsafe'],
  ['..jpg', 'take'],
])('an entry %j: %s', (path, verdict) => {
  expect(entryVerdict({ ...plain, path })).toBe(verdict)
})

test('links and devices are unsafe, regular files and folders are not, a password is said so', () => {
  expect(entryVerdict({ ...plain, path: 'a.jpg', unixKind: 0o120000 })).toBe('unsafe')
  expect(entryVerdict({ ...plain, path: 'a.jpg', unixKind: 0o020000 })).toBe('unsafe')
  expect(entryVerdict({ ...plain, path: 'a.jpg', unixKind: 0o100000 })).toBe('take')
  expect(entryVerdict({ ...plain, path: 'a/', unixKind: 0o040000 })).toBe('skip')
  expect(entryVerdict({ ...plain, path: 'a.jpg', encrypted: true })).toBe('encrypted')
})

test.each<[string, number[], boolean, string]>([
  ['flagged UTF-8', [0xe8, 0xa1, 0xa8, 0x2e, 0x6a, 0x70, 0x67], true, '表.jpg'],
  ['UTF-8 without the flag, as macOS writes', [0xe8, 0xa1, 0xa8, 0x2e, 0x6a, 0x70, 0x67], false, '表.jpg'],
  ['CP932 with a backslash inside a letter', [0x95, 0x5c, 0x2e, 0x6a, 0x70, 0x67], false, '表.jpg'],
  ['CP932 letters of NEC and IBM', [0x87, 0x40, 0xfb, 0xfc, 0x2e, 0x6a, 0x70, 0x67], false, '①髙.jpg'],
  ['neither', [0x63, 0x61, 0x66, 0xe9, 0x2e, 0x6a, 0x70, 0x67], false, 'café.jpg'],
])('reads a name in %s', (_, bytes, flagged, name) => {
  expect(entryPath(new Uint8Array(bytes), flagged)).toBe(name)
})

test('growing is measured against the zip itself and against the limit', () => {
  expect(expandsTooFar(1_000, 100_000_000, 4e9)).toBe(false)
  expect(expandsTooFar(5_000_000, 100_000_001, 4e9)).toBe(true)
  expect(expandsTooFar(50_000_000, 1_000_000_000, 4e9)).toBe(false)
  expect(expandsTooFar(2_000_000_000, 4_000_000_001, 4e9)).toBe(true)
})

test('sorts as people count', () => {
  expect(['10.jpg', '2.jpg', 'b/1.jpg', '1.jpg'].sort(byCounting)).toEqual(['1.jpg', '2.jpg', '10.jpg', 'b/1.jpg'])
})
