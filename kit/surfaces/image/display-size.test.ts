import { expect, test } from 'vitest'
import { displayScale, hasDisplaySize, needsWhole } from './display-size.ts'

const phone = { width: 390, height: 500 }
const photograph = { width: 6000, height: 4000 }
const plain = { pixelRatio: 1, savesData: false }

test('only what is noticeably larger has a display size', () => {
  expect(hasDisplaySize({ width: 2560, height: 1440 })).toBe(false)
  expect(hasDisplaySize({ width: 100, height: 2561 })).toBe(true)
  expect(displayScale({ width: 640, height: 480 })).toBe(1)
  expect(displayScale(photograph)).toBeCloseTo(2048 / 6000)
})

test('the whole picture is wanted once a pixel of the display size would be seen, sooner on a finer screen', () => {
  const edge = (2048 / 6000) * 1.25
  expect(needsWhole(photograph, phone, edge, plain)).toBe(false)
  expect(needsWhole(photograph, phone, edge + 0.01, plain)).toBe(true)
  expect(needsWhole(photograph, phone, edge / 3 + 0.01, { ...plain, pixelRatio: 3 })).toBe(true)
  expect(needsWhole(photograph, phone, 390 / 6000, { ...plain, pixelRatio: 3 })).toBe(false)
})

test('who saves data loads it only on zooming in, however fine the screen', () => {
  const wall = { width: 3840, height: 2560 }
  const fitted = 3840 / 6000
  expect(needsWhole(photograph, wall, fitted, plain)).toBe(true)
  expect(needsWhole(photograph, wall, fitted, { ...plain, savesData: true })).toBe(false)
  expect(needsWhole(photograph, wall, fitted * 1.2, { ...plain, savesData: true })).toBe(true)
})
