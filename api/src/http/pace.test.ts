import { expect, it } from 'vitest'
import { networkOf } from './pace.ts'

it('takes an IPv4 address as it is and an IPv6 address by its /64', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(networkOf('2001:0db8:1:2::7')).toBe('2001:db8:1:2')
  expect(networkOf('2001:db8::7')).toBe('2001:db8:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(networkOf('')).toBe('')
})
