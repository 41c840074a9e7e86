import { expect, it } from 'vitest'
import { officeHouse } from './office-house.ts'
import { problemsOnTheWay } from './order-states.ts'

const at = officeHouse()

it('an order reads well to the office in every state, in both languages and widths', async () => {
  expect(await problemsOnTheWay(at, 'office')).toEqual([])
})
