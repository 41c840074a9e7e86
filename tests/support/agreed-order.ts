import { expect } from 'vitest'
import { cancelSplit } from '../../kit/contract/splitting.ts'
import { asPerson } from './ask.ts'
import type { House } from './house.ts'
import { makeRunningOrder, type OrderWish } from './order-rows.ts'
import type { Town } from './town.ts'

/** An agreed order that is not split: a split one whose split is undone. Answers its id. */
export async function makeAgreedOrder(house: House, town: Town, wish: OrderWish = {}): Promise<string> {
  const { orderId } = await makeRunningOrder(house, town, { ...wish, teamIds: [] })
  const office = await asPerson(house, town.people.office)
  expect((await office(cancelSplit, { params: { orderId } })).status).toBe(200)
  return orderId
}

/** An order's tasks by number, with their assignments. */
export function tasksOf(house: House, orderId: string) {
  return house.world.db.rows.task.findMany({
    where: { orderId },
    orderBy: { number: 'asc' },
    include: { assignments: true },
  })
}
