import { expect, test } from 'vitest'
import { missingParts } from './missing-parts.ts'

test('images, labels and a day to come are needed, and nothing else', () => {
  const today = '2026-11-20'
  expect(missingParts({ items: 0, labels: 0, dueOn: null }, today)).toEqual(['images', 'labels', 'due'])
  expect(missingParts({ items: 60, labels: 3, dueOn: '2026-12-21' }, today)).toEqual([])
  expect(missingParts({ items: 60, labels: 3, dueOn: today }, today)).toEqual(['due'])
})
