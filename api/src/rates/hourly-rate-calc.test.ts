import { expect, it } from 'vitest'
import { hourlyRate, prefectureOf, spreadOf, type TimedPay } from './hourly-rate-calc.ts'

const nagano = 1_117
const pay = (feeYen: number, minutes: number, wageYen: number | null = nagano): TimedPay => ({
  feeYen,
  activeSeconds: minutes * 60,
  wageYen,
})

it.each([
  [26_808, 1_440, 1_117, 0],
  [59_804, 3_210, 1_117, 0],
  [40_000, 2_200, 1_090, 957],
])('%i yen for %i minutes are %i an hour', (feeYen, minutes, yenPerHour, missingYen) => {
  expect(hourlyRate([pay(feeYen, minutes)])).toEqual({ feeYen, minutes, yenPerHour, floorYen: nagano, missingYen })
})

it('what is missing brings the rate to the floor, and a yen less does not', () => {
  for (const [feeYen, minutes] of [
    [0, 1],
    [100, 7],
    [40_000, 2_200],
    [999, 61],
  ] as const) {
    const { missingYen } = hourlyRate([pay(feeYen, minutes)])
    expect(hourlyRate([pay(feeYen, minutes), pay(missingYen, 0)]).missingYen).toBe(0)
    expect(hourlyRate([pay(feeYen, minutes), pay(missingYen, 0)]).yenPerHour).toBeGreaterThanOrEqual(nagano)
    expect(hourlyRate([pay(feeYen, minutes), pay(missingYen - 1, 0)]).missingYen).toBe(1)
  }
})

it('seconds are summed before they become minutes, and a begun minute counts', () => {
  const seconds = (activeSeconds: number) => ({ feeYen: 100, activeSeconds, wageYen: nagano })
  expect(hourlyRate([seconds(30), seconds(30)])).toMatchObject({ minutes: 1, yenPerHour: 12_000 })
  expect(hourlyRate([seconds(30), seconds(31)])).toMatchObject({ minutes: 2, yenPerHour: 6_000 })
})

it('days before and after a new minimum wage count with their time, rounded up', () => {
  expect(hourlyRate([pay(0, 60, 1_061), pay(0, 60, 1_117)]).floorYen).toBe(1_089)
  expect(hourlyRate([pay(0, 120, 1_061), pay(0, 60, 1_117)]).floorYen).toBe(1_080)
  expect(hourlyRate([pay(10, 60, 1_061), pay(10, 60, null)]).floorYen).toBe(1_061)
})

it('without time there is no rate, and without a known minimum wage nothing to compare with', () => {
  expect(hourlyRate([])).toMatchObject({ yenPerHour: null, floorYen: null, missingYen: 0 })
  expect(hourlyRate([pay(1, 60, null)])).toMatchObject({ yenPerHour: 1, floorYen: null, missingYen: 0 })
})

it('the middle and the lower quarter are rates somebody has', () => {
  expect(spreadOf([])).toBeNull()
  expect(spreadOf([1_200])).toEqual({ medianYen: 1_200, p25Yen: 1_200 })
  expect(spreadOf([1_400, 1_000, 1_300, 1_100])).toEqual({ medianYen: 1_100, p25Yen: 1_000 })
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ medianYen: 3, p25Yen: 2 })
})

it('the prefecture is what an address begins with', () => {
  expect(prefectureOf('長野県塩尻市', ['東京都', '長野県'])).toBe('長野県')
  expect(prefectureOf('', ['長野県'])).toBeNull()
})
