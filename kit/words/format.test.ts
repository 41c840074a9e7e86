import { describe, expect, it } from 'vitest'
import { formatBytes, formatDay, formatMinutes, formatMoment, formatMonth, formatTime, formatYen } from './format.ts'

describe('formats', () => {
  it('writes yen as people write them', () => {
    expect(formatYen(12345, 'ja')).toBe('12,345円')
    expect(formatYen(12345, 'en')).toBe('¥12,345')
    expect(formatYen(-500, 'ja')).toBe('−500円')
  })

  it('writes a day with its weekday, and an instant by Japanese time', () => {
    expect(formatDay('2026-11-20', 'ja')).toBe('2026年11月20日(金)')
    expect(formatDay('2026-11-20', 'en')).toBe('Fri 20 Nov 2026')
    expect(formatDay('2026-11-19T15:30:00Z', 'ja', 'short')).toBe('11月20日(金)')
    expect(formatMonth('2026-11', 'ja')).toBe('2026年11月')
    expect(formatMonth('2026-11-20', 'en')).toBe('November 2026')
  })

  it('writes the clock in Japan', () => {
    expect(formatTime('2026-11-20T00:05:00Z', 'ja')).toBe('9:05')
    expect(formatTime('2026-11-19T15:05:00Z', 'en')).toBe('00:05')
    expect(formatMoment('2026-11-20T00:05:00Z', 'en')).toBe('Fri 20 Nov 09:05')
  })

  it('writes lengths of work and sizes', () => {
    expect(formatMinutes(40, 'ja', true)).toBe('約40分')
    expect(formatMinutes(40, 'en', true)).toBe('about 40 min')
    expect(formatMinutes(80, 'ja')).toBe('1時間20分')
    expect(formatMinutes(120, 'en')).toBe('2 h')
    expect(formatMinutes(0, 'ja')).toBe('0分')
    expect(formatBytes(1536, 'ja')).toBe('1.5 KB')
  })
})
