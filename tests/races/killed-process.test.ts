import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { type BareAnswer, BareClient } from '../support/bare-client.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeRivals, type Rival } from '../support/rivals.ts'
import { startApiProcess } from '../support/start-api-process.ts'
import { makeTown, type Town } from '../support/town.ts'

const workers = 12
const tasks = 400

let house: House
let town: Town
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(() => house.close())

/** One box on the task's single image. */
function answerFor(order: RunningOrder, number: number): ImageAnswer {
  const shape = { id: 's', label: order.labels[0]?.name ?? '', kind: 'box' as const, x: 1, y: 2, width: 30, height: 20 }
  return { images: { [order.itemIds[number - 1] ?? '']: { shapes: [shape], labels: [], seen: true } } }
}

/** What one worker sent and never saw the answer of. */
interface Unanswered {
  token: string
  path: string
  body: unknown
}

/** Claims, saves and submits task after task until none is left or the server is gone. */
async function workOn(order: RunningOrder, client: BareClient, { token }: Rival): Promise<Unanswered | null> {
  const send = async (method: string, path: string, body: unknown): Promise<BareAnswer> => {
    const answer = await client.ask(method, path, token, body)
    if (answer.status === 0) throw Object.assign(new Error('no answer'), { unanswered: { token, path, body } })
    if (answer.status !== 200 && answer.status !== 409) throw new Error(`${path} answered ${answer.status}`)
    return answer
  }
  try {
    for (;;) {
      const body = { teamId: town.northTeamId, count: 1 }
      const taken = await send('POST', `/api/orders/${order.orderId}/claim-next`, body)
      if (taken.status !== 200) return null
      const [claimed] = (taken.body as { claimed: { assignmentId: string; number: number }[] }).claimed
      const place = `/api/assignments/${claimed?.assignmentId}`
      const answer = answerFor(order, claimed?.number ?? 0)
      await send('PUT', `${place}/draft`, { answer, version: 0, activeSeconds: 5 })
      await send('POST', `${place}/submissions`, { answer, note: '', activeSeconds: 9 })
    }
  } catch (error) {
    const { unanswered } = error as { unanswered?: Unanswered }
    if (unanswered) return unanswered
    throw error
  }
}

const countOf = async (orderId: string, state: 'open' | 'claimed' | 'submitted') =>
  house.world.db.rows.assignment.count({ where: { orderId, state } })

test('a process killed in the middle leaves nothing half-done; the other goes on, and what was sent again counts once', async () => {
  const order = await makeRunningOrder(house, town, { images: tasks, unitsPerTask: 1 })
  const people = await makeRivals(house, town.northTeamId, order.orderId, workers)
  const [doomed, other] = await Promise.all([startApiProcess(house), startApiProcess(house)])
  const doomedClient = new BareClient(doomed.port, workers)
  const otherClient = new BareClient(other.port, workers)
  try {
    const working = people.map((rival) => workOn(order, doomedClient, rival))
    while ((await countOf(order.orderId, 'submitted')) < 40) await new Promise((resolve) => setTimeout(resolve, 10))
    await doomed.kill()
    const unanswered = (await Promise.all(working)).filter((each) => each !== null)
    // Everybody was in the middle of something.
    expect(unanswered).toHaveLength(workers)
    expect(await countOf(order.orderId, 'submitted')).toBeLessThan(tasks)
    await expectChecksHold(house)

    // As a device does: the same submission again, to whoever answers now.
    for (const { token, path, body } of unanswered.filter((each) => each.path.endsWith('/submissions'))) {
      const [first, second] = [
        await otherClient.ask('POST', path, token, body),
        await otherClient.ask('POST', path, token, body),
      ]
      expect([first?.status, second?.status]).toEqual([200, 200])
      expect(second?.body).toEqual(first?.body)
    }
    const claimedThen = await countOf(order.orderId, 'claimed')
    expect(claimedThen).toBeLessThanOrEqual(workers)
    const ends = await Promise.all(people.map((rival) => workOn(order, otherClient, rival)))
    expect(ends).toEqual(Array(workers).fill(null))
    expect(await countOf(order.orderId, 'open')).toBe(0)
    expect(await countOf(order.orderId, 'claimed')).toBe(claimedThen)
    expect(await countOf(order.orderId, 'submitted')).toBe(tasks - claimedThen)
    await expectChecksHold(house)
  } finally {
    doomedClient.close()
    otherClient.close()
    await other.kill()
  }
})
