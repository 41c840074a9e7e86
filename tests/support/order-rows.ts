import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { newId } from '../../api/src/kernel/ids.ts'
import { taskFees } from '../../api/src/splitting/split-calc.ts'
import type { PayKind } from '../../kit/contract/pay-kind.ts'
import type { LabelDef } from '../../kit/surfaces/image/answer.ts'
import type { House } from './house.ts'
import type { Town } from './town.ts'

/** What a test may choose about its order; every number has a plain default. */
export interface OrderWish {
  images?: number
  unitsPerTask?: number
  /** How many people do each task. */
  overlap?: number
  /** What the price is of: each image, unless a test says a task or the whole order. */
  payKind?: PayKind
  /** Of a task, where hours are paid. */
  agreedMinutes?: number
  unitPayYen?: number
  secondsPerUnit?: number
  reviewShareBp?: number
  /** Day in Japan. */
  dueOn?: string
  /** Teams the tasks are opened for, in equal runs of task numbers; none leaves them held and the order agreed. */
  teamIds?: string[]
  /** Keeps real BCCD images (640×480) in the file store; at most 60. */
  realImages?: boolean
  clientId?: string
}

/** A running order with everything below it. */
export interface RunningOrder {
  orderId: string
  number: number
  quoteId: string
  splitId: string
  manualId: string
  clauseIds: string[]
  /** By position. */
  itemIds: string[]
  /** By task number, 1 first. */
  taskIds: string[]
  /** By task number, then slot. */
  assignmentIds: string[]
  labels: LabelDef[]
}

/** The labels of every test order. */
export const bloodLabels: LabelDef[] = [
  { name: '赤血球', colour: '#d32f2f', kinds: ['box'] },
  { name: '白血球', colour: '#1976d2', kinds: ['box', 'polygon'] },
  { name: '血小板', colour: '#388e3c', kinds: ['box', 'point'] },
]
const pictures = resolve(import.meta.dirname, '../fixtures/bccd/JPEGImages')

/** Writes a running order's rows directly: agreed quote, items, manual, split, tasks, assignments open for teams. */
export async function makeRunningOrder(house: House, town: Town, wish: OrderWish = {}): Promise<RunningOrder> {
  const { rows } = house.world.db
  const at = house.clock.now()
  const images = wish.images ?? 12
  const unitsPerTask = wish.unitsPerTask ?? 4
  const teamIds = wish.teamIds ?? [town.northTeamId]
  const ids = { orderId: newId(), quoteId: newId(), splitId: newId(), manualId: newId() }
  const order = await rows.order.create({
    data: {
      id: ids.orderId,
      clientId: wish.clientId ?? town.clientId,
      kind: 'image',
      title: '血球画像の枠づけ',
      brief: '細胞を一つずつ枠で囲んでください。',
      labels: bloodLabels,
      dueOn: new Date(`${wish.dueOn ?? '2027-01-29'}T00:00:00Z`),
      deliveryFormats: ['coco', 'voc', 'yolo'],
      state: teamIds.length > 0 ? 'running' : 'agreed',
      createdById: town.people.client,
      createdAt: at,
    },
  })
  const payKind = wish.payKind ?? 'per_unit'
  const pay = {
    payKind,
    unitPayYen: wish.unitPayYen ?? 30,
    unitsPerTask: payKind === 'per_task' || payKind === 'per_hour' ? unitsPerTask : null,
    agreedMinutes: payKind === 'per_hour' ? (wish.agreedMinutes ?? 60) : null,
  }
  const secondsPerUnit = wish.secondsPerUnit ?? 90
  const reviewShareBp = wish.reviewShareBp ?? 2000
  const priceYen = images * 60
  await rows.quote.create({
    data: {
      id: ids.quoteId,
      orderId: ids.orderId,
      version: 1,
      state: 'agreed',
      units: images,
      secondsPerUnit,
      ...pay,
      reviewShareBp,
      overheadBp: 1500,
      priceYen,
      taxRateBp: 1000,
      taxYen: Math.floor(priceYen / 10),
      offeredById: town.people.office,
      offeredAt: at,
      decidedById: town.people.client,
      decidedAt: at,
    },
  })
  const itemIds = await addItems(house, ids.orderId, images, wish.realImages ?? false)
  const clauseIds = await addManual(house, ids.orderId, ids.manualId, town.people.sato)
  const plan = { unitsPerTask, overlap: wish.overlap ?? 1, secondsPerUnit, images }
  const made = await addTasks(
    house,
    ids,
    { ...plan, fees: taskFees({ units: images, unitsPerTask }, pay) },
    teamIds,
    town.people.office,
  )
  return { ...ids, ...made, number: order.number, clauseIds, itemIds, labels: bloodLabels }
}

async function addItems(house: House, orderId: string, images: number, real: boolean): Promise<string[]> {
  const { rows } = house.world.db
  const createdAt = house.clock.now()
  const names = real ? (await readdir(pictures)).sort().slice(0, images) : []
  const itemIds: string[] = []
  for (let from = 0; from < images; from += 5000) {
    const positions = Array.from({ length: Math.min(5000, images - from) }, (_, index) => from + index)
    const files = await Promise.all(
      positions.map(async (position) => {
        const name = names[position]
        const kept = name
          ? await house.world.files.keep(createReadStream(join(pictures, name)), 10_000_000)
          : { sha256: createHash('sha256').update(`${orderId} ${position}`).digest('hex'), bytes: 1000 }
        return { id: newId(), sha256: kept.sha256, bytes: BigInt(kept.bytes), contentType: 'image/jpeg', createdAt }
      }),
    )
    await rows.storedFile.createMany({ data: files, skipDuplicates: true })
    const stored = await rows.storedFile.findMany({ where: { sha256: { in: files.map((file) => file.sha256) } } })
    const fileIds = new Map(stored.map((file) => [file.sha256, file.id]))
    const items = positions.map((position, index) => ({
      id: newId(),
      orderId,
      position,
      name: names[position] ?? `image-${String(position + 1).padStart(6, '0')}.jpg`,
      fileId: fileIds.get(files[index]?.sha256 ?? '') ?? '',
      width: 640,
      height: 480,
    }))
    await rows.orderItem.createMany({ data: items })
    itemIds.push(...items.map((item) => item.id))
  }
  return itemIds
}

async function addManual(house: House, orderId: string, manualId: string, publishedById: string): Promise<string[]> {
  const { rows } = house.world.db
  const clauses = [
    { number: '1.1', title: '枠の大きさ', body: '細胞の外側の縁にぴったり合わせます。' },
    { number: '1.2', title: '画像の端', body: '端で切れた細胞も囲みます。' },
    { number: '2.1', title: '重なり', body: '重なった細胞は一つずつ囲みます。' },
  ].map((clause, position) => ({ id: newId(), position, ...clause }))
  const publishedAt = house.clock.now()
  const manual = { id: manualId, orderId, version: 1, publishedById, publishedAt, clauseCount: clauses.length }
  await rows.manual.create({ data: { ...manual, clauses: { create: clauses } } })
  return clauses.map((clause) => clause.id)
}

async function addTasks(
  house: House,
  ids: { orderId: string; splitId: string },
  plan: { unitsPerTask: number; overlap: number; fees: number[]; secondsPerUnit: number; images: number },
  teamIds: string[],
  officeId: string,
): Promise<{ taskIds: string[]; assignmentIds: string[] }> {
  const { rows } = house.world.db
  const { orderId, splitId } = ids
  const at = house.clock.now()
  const count = Math.ceil(plan.images / plan.unitsPerTask)
  await rows.split.create({
    data: {
      id: splitId,
      orderId,
      state: 'done',
      unitsPerTask: plan.unitsPerTask,
      overlap: plan.overlap,
      tasksTotal: count,
      tasksMade: count,
      startedById: officeId,
      startedAt: at,
      finishedAt: at,
    },
  })
  const tasks = Array.from({ length: count }, (_, index) => {
    const itemsFrom = index * plan.unitsPerTask
    const itemsTo = Math.min(plan.images, itemsFrom + plan.unitsPerTask)
    const units = itemsTo - itemsFrom
    const seconds = units * plan.secondsPerUnit
    return {
      id: newId(),
      orderId,
      splitId,
      number: index + 1,
      itemsFrom,
      itemsTo,
      seconds,
      feeYen: plan.fees[index] ?? 0,
    }
  })
  const teamOf = (number: number) => teamIds[Math.floor(((number - 1) * teamIds.length) / count)] ?? null
  const assignments = tasks.flatMap((task) =>
    Array.from({ length: plan.overlap }, (_, index) => ({
      id: newId(),
      taskId: task.id,
      orderId,
      number: task.number,
      slot: index + 1,
      state: teamIds.length > 0 ? ('open' as const) : ('held' as const),
      teamId: teamOf(task.number),
      feeYen: task.feeYen,
    })),
  )
  for (let from = 0; from < tasks.length; from += 2000) {
    await rows.task.createMany({ data: tasks.slice(from, from + 2000) })
  }
  for (let from = 0; from < assignments.length; from += 2000) {
    await rows.assignment.createMany({ data: assignments.slice(from, from + 2000) })
  }
  await rows.allotment.createMany({
    data: teamIds.map((teamId) => ({
      orderId,
      teamId,
      shareBp: Math.floor(10_000 / teamIds.length),
      tasks: tasks.filter((task) => teamOf(task.number) === teamId).length,
      madeAt: at,
    })),
  })
  return { taskIds: tasks.map((task) => task.id), assignmentIds: assignments.map((assignment) => assignment.id) }
}
