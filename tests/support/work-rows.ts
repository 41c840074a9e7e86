import { newId } from '../../api/src/kernel/ids.ts'
import { japanDay } from '../../api/src/kernel/japan-day.ts'
import { termsNoticeBody } from '../../api/src/notices/terms-notice-calc.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import type { House } from './house.ts'
import { bloodLabels } from './order-rows.ts'

/** Writes a confirmed terms notice directly and answers its id, for tests that are not about terms. */
export async function confirmTermsByRow(house: House, orderId: string, personId: string): Promise<string> {
  const { rows } = house.world.db
  const known = await rows.termsReceipt.findFirst({ where: { orderId, personId } })
  if (known) return known.noticeId
  const id = newId()
  const madeAt = house.clock.now()
  const manual = await rows.manual.aggregate({ where: { orderId }, _max: { version: true } })
  const manualVersion = manual._max.version ?? 0
  const order = await rows.order.findUniqueOrThrow({ where: { id: orderId } })
  const dueOn = order.dueOn ? japanDay(order.dueOn) : '2027-01-29'
  const body = wholeTerms({ title: order.title, brief: order.brief, dueOn, madeAt, manualVersion })
  await rows.termsNotice.create({
    data: { id, orderId, personId, version: 1, kind: 'initial', manualVersion, body, madeAt },
  })
  await rows.termsReceipt.create({ data: { noticeId: id, personId, orderId, confirmedAt: madeAt } })
  return id
}

/** Every item of a notice, about an order like any other. */
export function wholeTerms(about: {
  dueOn: string
  madeAt: Date
  title?: string
  brief?: string
  manualVersion?: number
}) {
  const { dueOn, madeAt, title = '血球画像の枠づけ', brief = '', manualVersion = 0 } = about
  return termsNoticeBody({
    language: 'ja',
    orderer: { name: 'つむぎ振興公社', nameEn: 'Tsumugi Corporation', address: '', contact: 'office@example.jp' },
    worker: { name: 'worker', email: 'worker@example.jp' },
    entrustedOn: japanDay(madeAt),
    order: { title, brief, dueOn },
    manual: manualVersion > 0 ? { version: manualVersion, sha256: '0'.repeat(64) } : null,
    pay: { payKind: 'per_unit', unitPayYen: 30, agreedMinutes: null },
    unitsPerTask: 4,
    taskMaxYen: 120,
    taxRateBp: 1000,
    ...{
      open: { pending: [], place: null, inspectionDue: null },
      dueDays: [],
      raises: [],
      isManualNew: false,
      granted: [],
      decided: [],
    },
  })
}

/** The event the real command leaves. */
async function addEvent(
  house: House,
  action: 'task.claimed' | 'task.submitted',
  assignmentId: string,
  facts: { task: number; revision?: number },
  subjectId: string | null = null,
): Promise<void> {
  const { rows } = house.world.db
  const { orderId, teamId, personId } = await rows.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  const place = { orderId, teamId, personId, assignmentId, subjectId }
  await rows.event.create({
    data: { id: newId(), happenedAt: house.clock.now(), action, actorId: personId, ...place, facts },
  })
}

/** Puts an assignment into a person's hands directly, with confirmed terms. */
export async function claimByRow(house: House, assignmentId: string, personId: string): Promise<void> {
  const { rows } = house.world.db
  const { orderId, number } = await rows.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  const termsNoticeId = await confirmTermsByRow(house, orderId, personId)
  const claimedAt = house.clock.now()
  const leaseUntil = new Date(claimedAt.getTime() + 7_200_000)
  const { count } = await rows.assignment.updateMany({
    where: { id: assignmentId, state: { in: ['open', 'returned'] } },
    data: { state: 'claimed', personId, termsNoticeId, claimedAt, leaseUntil },
  })
  if (count !== 1) throw new Error(`assignment ${assignmentId} is not open`)
  await addEvent(house, 'task.claimed', assignmentId, { task: number })
}

/** Hands in an answer for an assignment directly (claiming it first when it is open); answers the submission's id. */
export async function submitByRow(
  house: House,
  assignmentId: string,
  personId: string,
  answer?: ImageAnswer,
): Promise<string> {
  const { rows } = house.world.db
  const before = await rows.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  if (before.state !== 'claimed') await claimByRow(house, assignmentId, personId)
  const revision = 1 + (await rows.submission.count({ where: { assignmentId } }))
  const id = newId()
  const submittedAt = house.clock.now()
  const full = answer ?? (await goodAnswer(house, assignmentId))
  await rows.submission.create({
    data: { id, assignmentId, revision, authorId: personId, answer: full, activeSeconds: 300, submittedAt },
  })
  await rows.assignment.update({
    where: { id: assignmentId },
    data: { state: 'submitted', leaseUntil: null, submittedAt },
  })
  await addEvent(house, 'task.submitted', assignmentId, { task: before.number, revision }, id)
  return id
}

/** An answer without problems for an assignment's items: one box on each image, all of them opened. */
export async function goodAnswer(
  house: House,
  assignmentId: string,
  label = bloodLabels[0]?.name ?? '',
): Promise<ImageAnswer> {
  const { rows } = house.world.db
  const { task } = await rows.assignment.findUniqueOrThrow({ where: { id: assignmentId }, include: { task: true } })
  const items = await rows.orderItem.findMany({
    where: { orderId: task.orderId, position: { gte: task.itemsFrom, lt: task.itemsTo } },
    orderBy: { position: 'asc' },
  })
  const marksOf = (position: number): ImageAnswer['images'][string] => ({
    shapes: [{ id: `s${position}`, label, kind: 'box', x: 10 + position, y: 20, width: 40, height: 30 }],
    labels: [],
    seen: true,
  })
  return { images: Object.fromEntries(items.map((item) => [item.id, marksOf(item.position)])) }
}
