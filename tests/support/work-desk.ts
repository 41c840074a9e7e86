import { expireClaims } from '../../api/src/tasks/expire-claims.ts'
import { saveDraft, submitTask } from '../../kit/contract/answers.ts'
import { confirmTermsNotice, makeTermsNotice } from '../../kit/contract/notices.ts'
import { answerPin } from '../../kit/contract/reviews.ts'
import { claimTask, releaseTask, resumeTask } from '../../kit/contract/tasks.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { type Ask, asPerson } from './ask.ts'
import type { House } from './house.ts'
import type { RunningOrder } from './order-rows.ts'
import { pinOn, reviewer } from './reviewer.ts'
import type { Town, TownPerson } from './town.ts'
import { goodAnswer } from './work-rows.ts'

type ImageMarks = ImageAnswer['images'][string]

/** Who works and who reviews at a desk; mori does both. */
export const deskWorkers = ['hana', 'ken', 'mori'] as const
export const deskReviewers = ['sato', 'mori'] as const
export type DeskWorker = (typeof deskWorkers)[number]
export type DeskReviewer = (typeof deskReviewers)[number]

/** Everything people can do to the tasks of one order, over HTTP; each answers the status, refused or not. Tasks count from 0. */
export type Desk = Awaited<ReturnType<typeof openDesk>>

/** Opens a desk for an order of the north team; the workers confirm its terms. */
export async function openDesk(house: House, town: Town, order: RunningOrder) {
  const asks = new Map<TownPerson, Ask>()
  for (const name of deskWorkers) {
    const ask = await asPerson(house, town.people[name])
    const { answer } = await ask(makeTermsNotice, { params: { orderId: order.orderId } })
    await ask(confirmTermsNotice, { params: { noticeId: answer.id } })
    asks.set(name, ask)
  }
  const desks = { sato: await reviewer(house, town.people.sato), mori: await reviewer(house, town.people.mori) }
  const { rows } = house.world.db
  const idOf = (task: number) => order.assignmentIds[task] ?? ''
  const askOf = (who: DeskWorker) => asks.get(who) as Ask
  const holderOf = async (task: number): Promise<DeskWorker> => {
    const { personId } = await rows.assignment.findUniqueOrThrow({ where: { id: idOf(task) } })
    return deskWorkers.find((name) => town.people[name] === personId) ?? 'hana'
  }
  const params = (task: number) => ({ params: { assignmentId: idOf(task) } })
  /** The newest submission; before the first an id that names nothing. */
  const newest = async (task: number) => {
    const where = { assignmentId: idOf(task) }
    return (await rows.submission.findFirst({ where, orderBy: { revision: 'desc' } }))?.id ?? idOf(task)
  }
  /** Saves a draft with the first so many images looked at, on top of what is there. */
  const half = async (task: number, who: DeskWorker, images = 1, activeSeconds = 120) => {
    const id = idOf(task)
    const full = await goodAnswer(house, id)
    const keys = Object.keys(full.images).slice(0, images)
    const answer = { images: Object.fromEntries(keys.map((key) => [key, full.images[key] as ImageMarks])) }
    const version = (await rows.draft.findUnique({ where: { assignmentId: id } }))?.version ?? 0
    return (await askOf(who)(saveDraft, { ...params(task), body: { answer, version, activeSeconds } })).status
  }
  return {
    claim: async (task: number, who: DeskWorker) => (await askOf(who)(claimTask, params(task))).status,
    release: async (task: number, who: DeskWorker) => (await askOf(who)(releaseTask, params(task))).status,
    resume: async (task: number, who?: DeskWorker) =>
      (await askOf(who ?? (await holderOf(task)))(resumeTask, params(task))).status,
    /** Answers every open pin as mended first; by whoever holds the task when nobody is named. */
    submit: async (task: number, named?: DeskWorker, activeSeconds = 240) => {
      const who = named ?? (await holderOf(task))
      for (const pin of await rows.pin.findMany({ where: { assignmentId: idOf(task), state: 'open' } })) {
        await askOf(who)(answerPin, { params: { pinId: pin.id }, body: { state: 'fixed', message: '' } })
      }
      const body = { answer: await goodAnswer(house, idOf(task)), note: '', activeSeconds }
      return (await askOf(who)(submitTask, { ...params(task), body })).status
    },
    half,
    accept: async (task: number, by: DeskReviewer) => (await desks[by].accept(await newest(task))).status,
    fix: async (task: number, by: DeskReviewer) =>
      (await desks[by].fix(await newest(task), await goodAnswer(house, idOf(task)))).status,
    sendBack: async (task: number, by: DeskReviewer) => {
      const { itemsFrom } = await rows.task.findUniqueOrThrow({ where: { id: order.taskIds[task] ?? '' } })
      const pin = pinOn(order, { itemId: order.itemIds[itemsFrom] ?? '' })
      return (await desks[by].sendBack(await newest(task), [pin])).status
    },
    /** Every lease runs out, and the job that ends them runs. */
    expire: async () => {
      house.clock.advance(Math.max(house.world.settings.leaseSeconds, house.world.settings.reviewLeaseSeconds) + 1)
      await expireClaims(house.world)
      return 200
    },
  }
}
