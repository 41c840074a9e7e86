import { acceptSubmission, fixSubmission, returnSubmission, startReview } from '../../kit/contract/reviews.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { type Ask, asPerson } from './ask.ts'
import type { House } from './house.ts'
import type { RunningOrder } from './order-rows.ts'

/** A pin on an order's first image by its first clause, or where the test says. */
export function pinOn(order: RunningOrder, changes: Partial<ReturnType<typeof plainPin>> = {}) {
  return { ...plainPin(order), ...changes }
}

function plainPin(order: RunningOrder) {
  return {
    itemId: order.itemIds[0] ?? '',
    x: 10,
    y: 20,
    clauseId: order.clauseIds[0] ?? '',
    message: '枠を縁に合わせてください',
  }
}
type Pin = ReturnType<typeof plainPin>

/** One director's verbs on submissions; each decision is preceded by opening unless `open: false`. */
export async function reviewer(house: House, personId: string, { open = true } = {}) {
  const ask: Ask = await asPerson(house, personId)
  const start = (submissionId: string) => ask(startReview, { params: { submissionId } })
  const ready = async (submissionId: string) => {
    if (open) await start(submissionId)
    return { submissionId }
  }
  return {
    ask,
    start,
    accept: async (submissionId: string, comment = '') =>
      ask(acceptSubmission, { params: await ready(submissionId), body: { comment } }),
    sendBack: async (submissionId: string, pins: Pin[], comment = '') =>
      ask(returnSubmission, { params: await ready(submissionId), body: { comment, pins } }),
    fix: async (submissionId: string, answer: ImageAnswer, comment = '') =>
      ask(fixSubmission, { params: await ready(submissionId), body: { comment, answer } }),
  }
}
