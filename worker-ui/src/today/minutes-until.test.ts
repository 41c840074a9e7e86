import { describe, expect, it } from 'vitest'
import { anHourFrom, minutesUntil } from './minutes-until.ts'

const at = (clock: string) => new Date(`2026-11-20T${clock}:00+09:00`)

describe('the time until a clock time in Japan', () => {
  it('is counted in whole five minutes, rounded down: never more than there is', () => {
    expect(minutesUntil('10:40', at('10:00'))).toBe(40)
    expect(minutesUntil('10:43', at('10:00'))).toBe(40)
  })
  it('goes over midnight', () => expect(minutesUntil('00:15', at('23:30'))).toBe(45))
  it('is never less than the five minutes that can be asked for', () => {
    expect(minutesUntil('10:02', at('10:00'))).toBe(5)
    expect(minutesUntil('10:00', at('10:00'))).toBe(5)
  })
  it('is suggested about an hour away', () => {
    expect(anHourFrom(at('10:01'))).toBe('11:15')
    expect(anHourFrom(at('23:20'))).toBe('00:30')
  })
})
