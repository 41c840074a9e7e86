import type { getAssignment as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import { type ImageAnswer, type LabelDef, labelDef } from '@tsumugi/kit/surfaces/image/answer.ts'
import { hasDisplaySize } from '@tsumugi/kit/surfaces/image/display-size.ts'
import { z } from 'zod'
import type { Rows } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { signedImageUrl } from '../files/public.ts'
import type { AnswerIn, Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { sumYen } from '../kernel/yen.ts'
import { type Actor, may } from '../permissions/may.ts'
import type { World } from '../world.ts'
import { assignmentCan, handOverCan, pinCan } from './assignment-can.ts'
import { type AssignmentFacts, assignmentFacts } from './assignment-store.ts'
import { dueOf } from './due-of.ts'
import { secondsBefore } from './hand-over-store.ts'
import { assignmentSubject } from './held-assignment.ts'
import { hourlyOf } from './hour-price.ts'

type Answer = AnswerIn<typeof endpoint>

/** What the work surface and the review surface need; the draft only for whoever holds the work. */
export const getAssignment: Command<typeof endpoint> = async ({ world, actor, params: { assignmentId } }) => {
  const { rows } = world.db
  const facts = found(await assignmentFacts(rows, assignmentId))
  found(may(actor, 'assignment.read', assignmentSubject(facts)) || null)
  const [order, items, draft, submissions, pins, shares] = await Promise.all([
    rows.order.findUniqueOrThrow({ where: { id: facts.orderId } }),
    itemsOf(world, facts),
    assignmentSubject(facts).personId === actor.personId ? rows.draft.findUnique({ where: { assignmentId } }) : null,
    rows.submission.findMany({ where: { assignmentId }, orderBy: { revision: 'asc' }, include: { review: true } }),
    pinsOf(world, actor, facts),
    rows.handOver.findMany({ where: { assignmentId }, orderBy: { id: 'asc' }, include: { person: true } }),
  ])
  const others = shares.filter(
    ({ personId, shareYen, changedAt }) => personId !== facts.personId && (shareYen > 0 || changedAt !== null),
  )
  const restYen = sumYen([facts.feeYen, ...others.map(({ shareYen }) => -shareYen)])
  const isIn = facts.state === 'submitted' || facts.state === 'accepted'
  const shownFee = isIn && facts.ownYen !== null ? Math.min(restYen, facts.ownYen) : restYen
  const labels: LabelDef[] = z.array(labelDef).parse(order.labels)
  const { id, number, title, brief } = order
  return {
    id: assignmentId,
    number: facts.number,
    state: facts.state,
    order: { id, number, title, kind: order.kind as 'image', brief, dueOn: await dueOn(rows, assignmentId) },
    feeYen: shownFee,
    hourly: hourlyOf(restYen, facts.hourYen),
    handOvers: others.map((share) => shownHandOver(actor, facts, share)),
    secondsEstimate: facts.seconds,
    leaseUntil: facts.leaseUntil?.toISOString() ?? null,
    reworkReason: facts.reworkReason,
    items,
    labels,
    draft: draft && {
      answer: answerOf(draft.answer),
      version: draft.version,
      // A colleague's time is not this person's: they go on from their own.
      activeSeconds:
        draft.savedById === actor.personId ? draft.activeSeconds : await ownSeconds(rows, assignmentId, actor.personId),
      savedAt: draft.savedAt.toISOString(),
    },
    submissions: submissions.map((submission) => ({
      id: submission.id,
      revision: submission.revision,
      answer: answerOf(submission.answer),
      note: submission.note,
      submittedAt: submission.submittedAt.toISOString(),
      mine: submission.authorId === actor.personId,
      review: submission.review && {
        decision: submission.review.decision,
        comment: submission.review.comment,
        fixedAnswer: submission.review.fixedAnswer === null ? null : answerOf(submission.review.fixedAnswer),
        reviewedAt: submission.review.reviewedAt.toISOString(),
      },
    })),
    pins,
    can: assignmentCan(actor, facts),
  }
}

function shownHandOver(
  actor: Actor,
  facts: AssignmentFacts,
  share: Prisma.HandOverGetPayload<{ include: { person: true } }>,
): Answer['handOvers'][number] {
  const { id, person, personId, units, shareYen, handedOverAt, changeReason } = share
  return {
    ...{ id, name: person.displayName, units, shareYen, changeReason },
    minutes: hourlyOf(shareYen, facts.hourYen)?.minutes ?? null,
    handedOverAt: handedOverAt.toISOString(),
    can: handOverCan(actor, facts, personId),
  }
}

// Written by this program after checking; `implement` checks it once more on the way out.
function answerOf(value: Prisma.JsonValue): ImageAnswer {
  return value as unknown as ImageAnswer
}

async function itemsOf(world: World, facts: AssignmentFacts): Promise<Answer['items']> {
  const items = await world.db.rows.orderItem.findMany({
    where: { orderId: facts.orderId, position: { gte: facts.itemsFrom, lt: facts.itemsTo } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, width: true, height: true },
  })
  return items.map((item) => ({
    ...item,
    url: signedImageUrl(world, item.id, 'full'),
    displayUrl: hasDisplaySize(item) ? signedImageUrl(world, item.id, 'display') : null,
    thumbnailUrl: signedImageUrl(world, item.id, 'thumbnail'),
  }))
}

async function pinsOf(world: World, actor: Actor, facts: AssignmentFacts): Promise<Answer['pins']> {
  const { rows } = world.db
  const pins = await rows.pin.findMany({
    where: { assignmentId: facts.id },
    orderBy: { number: 'asc' },
    include: {
      clause: { select: { id: true, number: true, title: true } },
      submission: { select: { revision: true } },
      messages: { orderBy: { id: 'asc' } },
    },
  })
  const authorIds = [...new Set(pins.flatMap((pin) => pin.messages.map((message) => message.authorId)))]
  const people = await rows.person.findMany({
    where: { id: { in: authorIds } },
    select: { id: true, displayName: true },
  })
  const names = new Map(people.map((person) => [person.id, person.displayName]))
  return pins.map((pin) => ({
    id: pin.id,
    number: pin.number,
    itemId: pin.itemId,
    x: pin.x,
    y: pin.y,
    state: pin.state,
    revision: pin.submission.revision,
    clause: pin.clause,
    messages: pin.messages.map(({ id, authorId, body, writtenAt }) => ({
      id,
      author: names.get(authorId) ?? '',
      mine: authorId === actor.personId,
      body,
      writtenAt: writtenAt.toISOString(),
    })),
    can: pinCan(actor, facts, pin.state),
  }))
}

async function ownSeconds(rows: Rows, assignmentId: string, personId: string): Promise<number> {
  const [row] = await rows.$queryRawUnsafe<{ seconds: number }[]>(
    `SELECT ${secondsBefore('$1::uuid', '$2::uuid')} AS seconds`,
    ...[assignmentId, personId],
  )
  return row?.seconds ?? 0
}

async function dueOn(rows: Rows, assignmentId: string): Promise<string | null> {
  const [row] = await rows.$queryRawUnsafe<{ dueOn: string | null }[]>(
    `SELECT ${dueOf('a')} AS "dueOn" FROM assignment a JOIN "order" o ON o.id = a.order_id WHERE a.id = $1::uuid`,
    assignmentId,
  )
  return row?.dueOn ?? null
}
