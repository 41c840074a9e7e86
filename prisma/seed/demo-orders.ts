import { addDays, japanDay } from '../../api/src/kernel/japan-day.ts'
import { publishManual } from '../../api/src/manuals/publish-manual.ts'
import { addItems } from '../../api/src/orders/add-items.ts'
import { agreeQuote } from '../../api/src/orders/agree-quote.ts'
import { changeOrder } from '../../api/src/orders/change-order.ts'
import { createOrder } from '../../api/src/orders/create-order.ts'
import { offerQuote } from '../../api/src/orders/offer-quote.ts'
import { submitOrder } from '../../api/src/orders/submit-order.ts'
import { splitOrder } from '../../api/src/splitting/split-order.ts'
import { startSplit } from '../../api/src/splitting/start-split.ts'
import { allotTasks } from '../../api/src/tasks/allot-tasks.ts'
import type { World } from '../../api/src/world.ts'
import type { AskAs } from './ask-as.ts'
import { demoClauses } from './demo-manual.ts'
import type { DemoTown, TeamKey } from './demo-people.ts'
import { demoLabels, uploadedPicture } from './demo-pictures.ts'

/** What a client of the demo asks for. */
export interface DemoOrder {
  title: string
  brief: string
  pictures: readonly string[]
  /** Days from the moment it is handed in. */
  dueInDays: number
}

/** The client writes the order, adds the pictures and hands it in. */
export async function handIn(world: World, client: AskAs, order: DemoOrder): Promise<string> {
  const { id: orderId } = await client(createOrder, { body: { kind: 'image', title: order.title } })
  const params = { orderId }
  const dueOn = addDays(japanDay(world.clock.now()), order.dueInDays)
  const { brief } = order
  const body = { version: 1, brief, labels: demoLabels, dueOn, deliveryFormats: ['coco' as const, 'voc' as const] }
  await client(changeOrder, { params, body })
  for (const name of order.pictures) {
    await client(addItems, { params, body: {}, file: await uploadedPicture(world, name) })
  }
  await client(submitOrder, { params })
  return orderId
}

/** The office quotes, the client agrees. */
export async function agree(office: AskAs, client: AskAs, orderId: string, priceYen: number): Promise<void> {
  const params = { orderId }
  const pay = { payKind: 'per_unit' as const, unitPayYen: 110, unitsPerTask: null, agreedMinutes: null }
  const body = { secondsPerUnit: 300, ...pay, reviewShareBp: 1500, overheadBp: 2000, priceYen }
  const note = '1枚あたり15個ほどの細胞を想定しています。'
  const { id: quoteId } = await office(offerQuote, { params, body: { ...body, note } })
  await client(agreeQuote, { params: { orderId, quoteId } })
}

/** The office writes the manual, splits the order and hands it to teams. */
export async function setToWork(
  world: World,
  town: DemoTown,
  orderId: string,
  plan: { unitsPerTask: number; shares: { team: TeamKey; shareBp: number }[] },
): Promise<void> {
  const { office } = town.ask
  const params = { orderId }
  await office(publishManual, { params, body: { version: 0, clauses: demoClauses } })
  const { id: splitId } = await office(startSplit, { params, body: { unitsPerTask: plan.unitsPerTask, overlap: 1 } })
  // The queue would do it too, but later and under the present's clock; doing it twice does nothing more.
  await splitOrder(world, { splitId })
  const shares = plan.shares.map(({ team, shareBp }) => ({ teamId: town.teamIds[team], shareBp }))
  await office(allotTasks, { params, body: { shares } })
}
