import { describe, expect, it } from 'vitest'
import { addMonths, linesByDay } from './months.ts'

describe('months', () => {
  it('go over the turn of the year in both directions', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01')
    expect(addMonths('2026-01', -1)).toBe('2025-12')
  })
  it('have their lines under the day the work was received, newest first', () => {
    const lines = ['2026-11-18', '2026-11-19', '2026-11-18'].map((receivedOn) => ({ receivedOn }))
    expect(linesByDay(lines).map(([on, ofDay]) => [on, ofDay.length])).toEqual([
      ['2026-11-19', 1],
      ['2026-11-18', 2],
    ])
  })
})
