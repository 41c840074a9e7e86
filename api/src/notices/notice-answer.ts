import { type listTermsNotices, type TermsNoticeBody, termsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { Rows } from '../db/database.ts'
import type { AnswerIn } from '../http/command.ts'
import { supersededAmong, type TermsStep } from './notice-store.ts'

/** A notice as it is stored, with its receipt. */
export interface NoticeRow {
  id: string
  orderId: string
  version: number
  kind: 'initial' | 'supplement' | 'change'
  madeAt: Date
  body: unknown
  receipt: { confirmedAt: Date } | null
  log: readonly { step: TermsStep }[]
}

/** A notice as it is answered; `isSuperseded` when a newer version stands. */
export function noticeAnswer(
  row: NoticeRow,
  isSuperseded: boolean,
): AnswerIn<typeof listTermsNotices>['notices'][number] {
  const body: TermsNoticeBody = termsNoticeBody.parse(row.body)
  return {
    id: row.id,
    orderId: row.orderId,
    version: row.version,
    kind: row.kind,
    madeAt: row.madeAt.toISOString(),
    confirmedAt: row.receipt?.confirmedAt.toISOString() ?? null,
    paper: paperOf(row.log),
    isSuperseded,
    body,
  }
}

/** One stored notice as it is answered now. */
export async function shownNotice(rows: Rows, row: NoticeRow): Promise<ReturnType<typeof noticeAnswer>> {
  return noticeAnswer(row, (await supersededAmong(rows, [row.id])).has(row.id))
}

/** How far paper is: whoever lost it may ask again. */
export function paperOf(log: readonly { step: TermsStep }[]): 'asked' | 'given' | null {
  const asked = log.filter(({ step }) => step === 'paper_asked').length
  const given = log.filter(({ step }) => step === 'paper_given').length
  if (asked > given) return 'asked'
  return given > 0 ? 'given' : null
}
