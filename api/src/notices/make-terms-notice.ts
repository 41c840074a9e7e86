import type { makeTermsNotice as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { Tx } from '../db/database.ts'
import type { Call, Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { seeOrder } from '../orders/public.ts'
import { nextNotice } from './next-notice.ts'
import { type NoticeRow, noticeAnswer } from './notice-answer.ts'
import { holdTerms, lockPerson } from './notice-store.ts'

/** The terms of the order for the person asking: the notice that stands, or a next version when something changed. */
export const makeTermsNotice: Command<typeof endpoint> = async (call) => {
  // Whatever stands is the newest.
  return noticeAnswer(await call.world.db.transact((tx) => make(tx, call)), false)
}

async function make(tx: Tx, { world, actor, params: { orderId } }: Call<typeof endpoint>): Promise<NoticeRow> {
  const { personId } = actor
  await lockPerson(tx, personId)
  await holdTerms(tx, orderId)
  const order = await seeOrder(tx.rows, actor, 'terms_notice.make', orderId)
  if (order.state !== 'running') throw new Refusal('task.order_paused')
  const notice = await nextNotice(world, tx, { personId, order, actorId: personId })
  if (!notice) throw new Refusal('notice.not_ready')
  return notice
}
