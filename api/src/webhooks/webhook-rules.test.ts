import { expect, it } from 'vitest'
import { addressRefusal, isTakenIn, waitAfter } from './webhook-rules.ts'

it('tries twelve times, later and later, for about two days', () => {
  const waits = Array.from({ length: 12 }, (_, index) => waitAfter(index + 1))
  expect(waits.at(-1)).toBeNull()
  const told = waits.filter((wait) => wait !== null)
  expect(told).toHaveLength(11)
  expect([...told].sort((a, b) => a - b)).toEqual(told)
  expect(told.reduce((sum, wait) => sum + wait, 0) / 3_600).toBeGreaterThan(36)
})

it('takes only 2xx for a yes', () => {
  expect([200, 204, 299].every(isTakenIn)).toBe(true)
  expect([null, 100, 301, 307, 404, 410, 500].some(isTakenIn)).toBe(false)
})

it.each([
  ['http://example.jp/hook', true, false, 'webhook.needs_https'],
  ['https://example.jp/hook', true, false, null],
  ['https://10.0.0.1/hook', true, true, 'webhook.address_refused'],
  ['https://user:secret@example.jp/', true, false, 'webhook.address_refused'],
  ['http://127.0.0.1:3000/hook', false, true, null],
  ['http://user@127.0.0.1/', false, true, 'webhook.address_refused'],
])('%s (production: %s, inside: %s) is %s', (url, isProduction, isInside, refusal) => {
  expect(addressRefusal(new URL(url), { isProduction, isInside })).toBe(refusal)
})
