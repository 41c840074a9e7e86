import { type listTermsNotices, type TermsNoticeBody, termsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { AnswerIn } from '../http/command.ts'

/** A notice as it is stored, with its receipt. */
export interface NoticeRow {
  id: string
  orderId: string
  version: number
  kind: 'initial' | 'supplement' | 'change'
  madeAt: Date
  body: unknown
  receipt: { confirmedAt: Date } | null
}

/** A notice as it is answered. */
export function noticeAnswer(row: NoticeRow): AnswerIn<typeof listTermsNotices>['notices'][number] {
  const body: TermsNoticeBody = termsNoticeBody.parse(row.body)
  return {
    id: row.id,
    orderId: row.orderId,
    version: row.version,
    kind: row.kind,
    madeAt: row.madeAt.toISOString(),
    confirmedAt: row.receipt?.confirmedAt.toISOString() ?? null,
    body,
  }
}
