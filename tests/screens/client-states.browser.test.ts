import { expect, it } from 'vitest'
import { officeHouse } from './office-house.ts'
import { problemsOnTheWay } from './order-states.ts'

const at = officeHouse()

it('an order reads well to its client in every state, in both languages and widths', async () => {
  expect(await problemsOnTheWay(at, 'client')).toEqual([])
})
