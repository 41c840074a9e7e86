import { expect, test } from 'vitest'
import { codeAddress, newCodeSecret, stepOfCode } from './one-time-codes.ts'

// RFC 6238, appendix B, the last six digits; the secret is "12345678901234567890" in base32.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(stepOfCode(secret, code, at(seconds))).toBe(Math.floor(seconds / 30))
})

test('a code holds half a minute earlier and later, and names its own step', () => {
  const step = Math.floor(1_234_567_890 / 30)
  expect([-60, -30, 0, 30, 60].map((off) => stepOfCode(secret, '005924', at(1_234_567_890 + off)))).toEqual([
    null,
    step,
    step,
    step,
    null,
  ])
  expect(stepOfCode(secret, '12345', at(59))).toBeNull()
})

test('secrets are 160 random bits, and the address carries who it is for', () => {
  expect(newCodeSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(newCodeSecret()).not.toBe(newCodeSecret())
  const address = codeAddress(secret, { issuer: 'つむぎ', label: 'hana@example.jp' })
  expect(address).toMatch(/^otpauth:\/\/totp\//)
  expect(address).toContain(`secret=${secret}`)
})
