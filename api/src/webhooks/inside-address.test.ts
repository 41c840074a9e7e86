import { expect, it } from 'vitest'
import { isInsideAddress, literalAddress } from './inside-address.ts'

const within = `127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1
  255.255.255.255 198.18.0.1 ::1 :: fe80::1 fc00::1 fd12:3456::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1
  2002:7f00:1:: 2001::1 2001:db8::1 localhost 127.1 example.jp`
const without = '8.8.8.8 203.0.114.1 172.32.0.1 172.15.0.1 192.169.0.1 100.128.0.1 2606:4700::1111 2404:6800:4004::1'

it.each(within.split(/\s+/))('%s is inside', (address) => expect(isInsideAddress(address)).toBe(true))
it.each(without.split(/\s+/))('%s is outside', (address) => expect(isInsideAddress(address)).toBe(false))

it('sees through the ways an address can be written', () => {
  const written = [
    'https://127.1/',
    'https://0x7f.0.0.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://[::1]/',
  ]
  for (const url of written)
    expect([url, isInsideAddress(literalAddress(new URL(url)) ?? '8.8.8.8')]).toEqual([url, true])
  expect(literalAddress(new URL('https://example.jp/'))).toBeNull()
})
