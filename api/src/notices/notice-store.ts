import type { TermsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { Tx } from '../db/database.ts'
import type { Prisma, PrismaClient } from '../db/generated/client.ts'

type Rows = Prisma.TransactionClient | PrismaClient

/** How a person stands with the terms of one order. */
export interface NoticeStanding {
  /** The newest notice; null before the first. */
  latest: { id: string; version: number; confirmed: boolean; manualVersion: number } | null
  /** Some version was confirmed once, even if a newer one stands. */
  everConfirmed: boolean
  /** The order's newest manual; 0 before the first. */
  manualVersion: number
}

/** Everything about a person's terms for an order that a claim asks. */
export async function noticeStanding(rows: Rows, personId: string, orderId: string): Promise<NoticeStanding> {
  const notices = await rows.termsNotice.findMany({
    where: { orderId, personId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, manualVersion: true, receipt: { select: { noticeId: true } } },
  })
  const manual = await rows.manual.aggregate({ where: { orderId }, _max: { version: true } })
  const [latest] = notices
  return {
    latest: latest
      ? {
          id: latest.id,
          version: latest.version,
          confirmed: latest.receipt !== null,
          manualVersion: latest.manualVersion,
        }
      : null,
    everConfirmed: notices.some((notice) => notice.receipt !== null),
    manualVersion: manual._max.version ?? 0,
  }
}

/** The notice a claim may point to: the newest, confirmed, and pinning the newest manual; else null. */
export async function confirmedNotice(
  rows: Rows,
  personId: string,
  orderId: string,
): Promise<{ id: string; version: number } | null> {
  const { latest, manualVersion } = await noticeStanding(rows, personId, orderId)
  if (!latest?.confirmed || latest.manualVersion !== manualVersion) return null
  return { id: latest.id, version: latest.version }
}

/** Writes a notice's next version. */
export async function addNotice(
  tx: Tx,
  notice: {
    id: string
    orderId: string
    personId: string
    version: number
    kind: 'initial' | 'supplement' | 'change'
    supersedesId: string | null
    manualVersion: number
    body: TermsNoticeBody
    madeAt: Date
  },
): Promise<void> {
  await tx.rows.termsNotice.create({ data: notice })
}

/** Records that the person confirmed a notice; a second time changes nothing. */
export async function addReceipt(
  tx: Tx,
  receipt: { noticeId: string; personId: string; orderId: string; confirmedAt: Date },
): Promise<boolean> {
  const { count } = await tx.rows.termsReceipt.createMany({ data: [receipt], skipDuplicates: true })
  return count === 1
}
