import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { saveDraft, submitTask } from '../../kit/contract/answers.ts'
import type { RefusalCode } from '../../kit/contract/refusals.ts'
import { acceptSubmission, listReviewQueue, startReview } from '../../kit/contract/reviews.ts'
import { claimNextTasks, listMyAssignments } from '../../kit/contract/tasks.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { type Caller, createCaller } from '../../kit/ui/client/call.ts'
import { FreshQueries } from '../../kit/ui/client/fresh-queries.ts'
import { openLive } from '../../kit/ui/client/live.ts'
import { Refused, Unreachable } from '../../kit/ui/client/refused.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeRivals, type Rival } from '../support/rivals.ts'
import { type Proxy, startRoundRobinProxy } from '../support/round-robin-proxy.ts'
import { signedIn } from '../support/signed-in.ts'
import { type ApiProcess, startApiProcess } from '../support/start-api-process.ts'
import { makeTown, type Town } from '../support/town.ts'

const workers = 9

let house: House
let town: Town
let order: RunningOrder
let people: Rival[]
let proxy: Proxy
let processes: ApiProcess[]
let lost = 0
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 900, unitsPerTask: 1 })
  people = await makeRivals(house, town.northTeamId, order.orderId, workers)
  processes = await Promise.all([startApiProcess(house), startApiProcess(house), startApiProcess(house)])
  const ports = processes.map(({ port }) => port)
  proxy = await startRoundRobinProxy(ports, everyNinthAnswer())
})
afterAll(async () => {
  await proxy?.close()
  await Promise.all((processes ?? []).map((each) => each.kill()))
  await house.close()
})

/** A poor line: every ninth answer gets lost, of one change once. */
function everyNinthAnswer(): (asked: IncomingMessage) => boolean {
  const keys = new Set<unknown>()
  let answers = 0
  return ({ headers }) => {
    const key = headers['idempotency-key']
    if (key !== undefined && keys.has(key)) return false
    keys.add(key)
    answers += 1
    if (answers % 9 !== 0) return false
    lost += 1
    return true
  }
}

/** One box on the task's image, its place as many pixels from the left as this is the n-th version. */
function answerFor(number: number, version: number): ImageAnswer {
  const label = order.labels[0]?.name ?? ''
  const shape = { id: 's', label, kind: 'box' as const, x: version, y: 2, width: 30, height: 20 }
  return { images: { [order.itemIds[number - 1] ?? '']: { shapes: [shape], labels: [], seen: true } } }
}

/** As somebody does who gets no answer: the same again; told then that it was `done`, they know. */
async function untilAnswered<T>(ask: () => Promise<T>, done?: RefusalCode): Promise<T | null> {
  for (let isInDoubt = false; ; isInDoubt = true) {
    try {
      return await ask()
    } catch (failure) {
      if (isInDoubt && failure instanceof Refused && failure.code === done) return null
      if (!(failure instanceof Unreachable)) throw failure
      await wait(20)
    }
  }
}

/** A task in somebody's hands, as far as the server has confirmed it. */
interface Known {
  number: number
  /** Versions of the draft that were confirmed. */
  drafts: number
  submissionId: string | null
}

/** What everybody was told. */
const known = new Map<string, Map<string, Known>>()
const accepted = new Set<string>()
const submitted = () =>
  [...known.values()].flatMap((mine) => [...mine.values()].filter((each) => each.submissionId)).length
let isOver = false

/** Takes the next task; where nobody could say whether one was taken, what is in one's hands tells. */
async function takeNext(
  caller: Caller,
  mine: ReadonlyMap<string, Known>,
): Promise<{ id: string; number: number } | null> {
  try {
    const body = { teamId: town.northTeamId, count: 1 }
    const { claimed } = await caller.call(claimNextTasks, { params: { orderId: order.orderId }, body })
    return claimed[0] ? { id: claimed[0].assignmentId, number: claimed[0].number } : null
  } catch (failure) {
    const isInDoubt = failure instanceof Refused && failure.code === 'request.in_doubt'
    if (!isInDoubt && !(failure instanceof Unreachable)) throw failure
    const inHand = await untilAnswered(() => caller.call(listMyAssignments))
    const unknown = (inHand?.assignments ?? []).filter(({ id }) => !mine.has(id))
    expect(unknown.length).toBeLessThanOrEqual(1)
    return unknown[0] ?? null
  }
}

/** Claims, saves twice, and hands in two tasks of three, until it is over. */
async function work({ personId, token }: Rival): Promise<void> {
  const caller = createCaller({ baseUrl: proxy.url, session: signedIn(token) })
  const mine = new Map<string, Known>()
  known.set(personId, mine)
  while (!isOver) {
    const task = await takeNext(caller, mine)
    if (!task) continue
    const it: Known = { number: task.number, drafts: 0, submissionId: null }
    mine.set(task.id, it)
    const params = { assignmentId: task.id }
    for (const version of [0, 1]) {
      const body = { answer: answerFor(task.number, version + 1), version, activeSeconds: 5 * (version + 1) }
      it.drafts = (await untilAnswered(() => caller.call(saveDraft, { params, body })))?.version ?? 0
    }
    if (mine.size % 3 === 0) continue
    const body = { answer: answerFor(task.number, 3), note: '', activeSeconds: 12 }
    it.submissionId = (await untilAnswered(() => caller.call(submitTask, { params, body })))?.submissionId ?? null
  }
}

/** A director accepts what waits, until it is over. */
async function review(): Promise<void> {
  const session = signedIn(await house.tokenOf(town.people.sato))
  const caller = createCaller({ baseUrl: proxy.url, session })
  while (!isOver) {
    const queue = await untilAnswered(() => caller.call(listReviewQueue))
    for (const { submissionId } of (queue?.waiting ?? []).slice(0, 5)) {
      const params = { submissionId }
      await untilAnswered(() => caller.call(startReview, { params }))
      await untilAnswered(
        () => caller.call(acceptSubmission, { params, body: { comment: '' } }),
        'review.already_decided',
      )
      accepted.add(submissionId)
    }
    await wait(20)
  }
}

/** An open board of the director’s: which tasks it heard were taken. */
async function openBoard() {
  const session = signedIn(await house.tokenOf(town.people.sato))
  const live = openLive({ baseUrl: proxy.url, session, queries: new FreshQueries() })
  const heard = new Set<string | null>()
  live.onChanged(({ action, assignmentId }) => action === 'task.claimed' && heard.add(assignmentId))
  const isLive = () => vi.waitFor(() => expect(live.state()).toBe('live'), 20_000)
  await isLive()
  return { heard, isLive, close: session.end }
}
type Board = Awaited<ReturnType<typeof openBoard>>

/** Somebody takes a task; every board hears of it. */
async function expectAllHear(boards: readonly Board[], by: Rival): Promise<void> {
  const mine = known.get(by.personId) ?? new Map<string, Known>()
  known.set(by.personId, mine)
  const task = await takeNext(createCaller({ baseUrl: proxy.url, session: signedIn(by.token) }), mine)
  mine.set(task?.id ?? '', { number: task?.number ?? 0, drafts: 0, submissionId: null })
  for (const { heard } of boards) await vi.waitFor(() => expect(heard).toContain(task?.id), 20_000)
}

/** Until so many tasks are handed in, or somebody was told something that cannot be. */
async function reached(count: number): Promise<void> {
  while (submitted() < count && !isOver) await wait(20)
}

test('three processes behind a balancer: one is killed, one replaced, and nobody loses a draft, a task or a yen', async () => {
  const [watcher] = (await makeRivals(house, town.northTeamId, order.orderId, 1)) as [Rival]
  const boards = [await openBoard(), await openBoard(), await openBoard()]
  expect([...proxy.sockets.values()]).toEqual([1, 1, 1])
  await expectAllHear(boards, watcher)

  const working = Promise.all([...people.map(work), review()]).finally(() => {
    isOver = true
  })
  working.catch(() => {})
  await reached(20)
  const [killed, replaced] = processes as [ApiProcess, ApiProcess, ApiProcess]
  await killed.kill()
  const diedOver = proxy.badGateways
  await reached(submitted() + 15)
  const next = await startApiProcess(house)
  processes.push(next)
  proxy.ports.push(next.port)
  const stopped = await replaced.stop()
  // It finished what it had begun by itself: nothing had to be cut off.
  expect(stopped.code).toBe(0)
  expect(stopped.seconds).toBeLessThan(15)
  await reached(submitted() + 15)
  isOver = true
  await working
  for (const board of boards) await board.isLive()
  await expectAllHear(boards, watcher)
  for (const { close } of boards) close()

  console.log(
    `${submitted()} tasks handed in, ${accepted.size} accepted; ${lost} answers lost on the way, ` +
      `${diedOver} when a process was killed, ${proxy.badGateways - diedOver} when one was replaced in ${stopped.seconds.toFixed(1)} s`,
  )
  await expectNothingLost()
  await expectChecksHold(house)
})

/** The database holds what people were told, and nothing else. */
async function expectNothingLost(): Promise<void> {
  const { rows } = house.world.db
  const told = [...known.entries()].flatMap(([personId, mine]) =>
    [...mine].map(([id, each]) => ({ personId, id, ...each })),
  )
  const include = { draft: true, submissions: true } as const
  const held = await rows.assignment.findMany({ where: { orderId: order.orderId, personId: { not: null } }, include })
  const stands = held.map(({ id, personId, number, draft, submissions }) => ({
    id,
    personId,
    number,
    draft: draft && { version: draft.version, answer: draft.answer },
    submissions: submissions.map((each) => each.id),
  }))
  const wanted = told.map(({ id, personId, number, drafts, submissionId }) => {
    const version = submissionId ? drafts + 1 : drafts
    const draft = version > 0 ? { version, answer: answerFor(number, version) } : null
    return { id, personId, number, draft, submissions: submissionId ? [submissionId] : [] }
  })
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  expect(stands.sort(byId)).toEqual(wanted.sort(byId))
  expect(new Set(held.map(({ number }) => number)).size).toBe(held.length)
  expect(accepted.size).toBeGreaterThan(0)
  expect(lost).toBeGreaterThan(10)
  const decided = await rows.review.findMany({ where: { decision: 'accepted' }, select: { submissionId: true } })
  expect(new Set(decided.map(({ submissionId }) => submissionId))).toEqual(accepted)
}
