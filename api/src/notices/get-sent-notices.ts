import type { listOrderTerms } from '@tsumugi/kit/contract/notices.ts'
import type { Rows } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { AnswerIn } from '../http/command.ts'
import { assert } from '../kernel/assert.ts'
import { type Actor, mayAtAll } from '../permissions/may.ts'
import { paperOf } from './notice-answer.ts'
import { supersededAmong, type TermsStep } from './notice-store.ts'

/** A notice as the office sees it. */
export type SentNotice = AnswerIn<typeof listOrderTerms>['rows'][number]

/** Notices with what became of them, the newest first. */
export async function getSentNotices(
  rows: Rows,
  actor: Actor,
  where: Prisma.TermsNoticeWhereInput,
  take: number,
): Promise<SentNotice[]> {
  const notices = await rows.termsNotice.findMany({
    where,
    orderBy: { id: 'desc' },
    take,
    omit: { body: true },
    include: { receipt: true, log: { orderBy: { at: 'asc' } } },
  })
  const ids = notices.map(({ id }) => id)
  const mails = await rows.mail.findMany({
    where: { kind: 'terms_notice', subjectId: { in: ids } },
    orderBy: { id: 'desc' },
    select: { subjectId: true, state: true, toAddress: true, madeAt: true, sentAt: true, failure: true },
  })
  const people = await namesOf(rows, notices)
  const orders = await ordersOf(rows, notices)
  const superseded = await supersededAmong(rows, ids)
  return notices.map((notice) => {
    const name = people.get(notice.personId)
    const order = orders.get(notice.orderId)
    assert(name !== undefined && order, `notice ${notice.id} is of nobody or of no order`)
    const ofNotice = mails.filter(({ subjectId }) => subjectId === notice.id)
    // Whoever confirmed it had it before them.
    const opened = [notice.receipt?.confirmedAt, ...opensOf(notice.log)]
      .flatMap((at) => at ?? [])
      .sort((a, b) => +a - +b)[0]
    const paper = paperOf(notice.log)
    return {
      id: notice.id,
      order,
      person: { id: notice.personId, name },
      version: notice.version,
      kind: notice.kind,
      madeAt: notice.madeAt.toISOString(),
      isSuperseded: superseded.has(notice.id),
      mails: ofNotice.map(({ state, toAddress, madeAt, sentAt, failure }) => ({
        ...{ state, toAddress, failure },
        madeAt: madeAt.toISOString(),
        sentAt: sentAt?.toISOString() ?? null,
      })),
      openedAt: opened?.toISOString() ?? null,
      confirmedAt: notice.receipt?.confirmedAt.toISOString() ?? null,
      paper,
      can: {
        send: mayAtAll(actor, 'terms_notice.send') && ofNotice.every(({ state }) => state !== 'waiting'),
        givePaper: mayAtAll(actor, 'terms_paper.give') && paper === 'asked',
      },
    }
  })
}

function opensOf(log: readonly { step: TermsStep; at: Date }[]): Date[] {
  return log.filter(({ step }) => step === 'opened').map(({ at }) => at)
}

async function namesOf(rows: Rows, notices: readonly { personId: string }[]): Promise<Map<string, string>> {
  const people = await rows.person.findMany({
    where: { id: { in: notices.map(({ personId }) => personId) } },
    select: { id: true, displayName: true },
  })
  return new Map(people.map(({ id, displayName }) => [id, displayName]))
}

async function ordersOf(
  rows: Rows,
  notices: readonly { orderId: string }[],
): Promise<Map<string, { id: string; number: number; title: string }>> {
  const orders = await rows.order.findMany({
    where: { id: { in: notices.map(({ orderId }) => orderId) } },
    select: { id: true, number: true, title: true },
  })
  return new Map(orders.map((order) => [order.id, order]))
}
