import { expect } from 'vitest'
import { makeDelivery } from '../../kit/contract/deliveries.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { asPerson } from './ask.ts'
import type { House } from './house.ts'
import { makeRunningOrder, type OrderWish, type RunningOrder } from './order-rows.ts'
import { reviewer } from './reviewer.ts'
import type { Town } from './town.ts'
import { submitByRow } from './work-rows.ts'

/** A running order whose work is all accepted: submissions by rows, reviews through the API. */
export async function makeAcceptedOrder(
  house: House,
  town: Town,
  wish: OrderWish = {},
  answerTo?: (assignmentId: string) => Promise<ImageAnswer>,
): Promise<RunningOrder> {
  const order = await makeRunningOrder(house, town, wish)
  const workers = [town.people.hana, town.people.ken]
  const sato = await reviewer(house, town.people.sato)
  for (const [index, assignmentId] of order.assignmentIds.entries()) {
    const answer = await answerTo?.(assignmentId)
    const submissionId = await submitByRow(house, assignmentId, workers[index % 2] ?? '', answer)
    expect((await sato.accept(submissionId)).status).toBe(200)
  }
  return order
}

/** The same, delivered and waiting for the client; answers the delivery's id too. */
export async function makeDeliveredOrder(
  house: House,
  town: Town,
  wish: OrderWish = {},
): Promise<RunningOrder & { deliveryId: string }> {
  const order = await makeAcceptedOrder(house, town, wish)
  const office = await asPerson(house, town.people.office)
  const { answer } = await office(makeDelivery, { params: { orderId: order.orderId } })
  await house.settle()
  return { ...order, deliveryId: answer.id }
}
