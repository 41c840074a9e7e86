import { expect, test } from 'vitest'
import { deviceName } from './device-name.ts'

test('a device is told by browser and system', () => {
  const windows =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
  expect(deviceName(windows)).toBe('Chrome · Windows')
  expect(deviceName(`${windows} Edg/140.0`)).toBe('Edge · Windows')
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
  expect(deviceName(phone)).toBe('Safari · iPhone')
  expect(deviceName('Mozilla/5.0 (Android 16; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0')).toBe('Firefox · Android')
  expect(deviceName('curl/8')).toBeNull()
})
