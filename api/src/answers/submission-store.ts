import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { Tx } from '../db/database.ts'

/** A submission as it is written; never changed afterwards. */
export interface NewSubmission {
  id: string
  assignmentId: string
  authorId: string
  answer: ImageAnswer
  note: string
  activeSeconds: number
  submittedAt: Date
}

/** Writes the next revision and gives its number, 1 first. The assignment is locked by the caller. */
export async function addSubmission(tx: Tx, submission: NewSubmission): Promise<number> {
  const { assignmentId } = submission
  const last = await tx.rows.submission.aggregate({
    where: { assignmentId },
    _max: { revision: true },
  })
  const revision = (last._max.revision ?? 0) + 1
  await tx.rows.submission.create({ data: { ...submission, revision } })
  return revision
}

/** The last submission, when it is by this author and says exactly this. */
export async function sameSubmission(
  tx: Tx,
  said: { assignmentId: string; authorId: string; answer: ImageAnswer; note: string },
): Promise<{ submissionId: string; revision: number } | null> {
  const [same] = await tx.rows.$queryRaw<{ submissionId: string; revision: number }[]>`
    SELECT id AS "submissionId", revision FROM submission
    WHERE assignment_id = ${said.assignmentId}::uuid AND author_id = ${said.authorId}::uuid
      AND note = ${said.note} AND answer = ${JSON.stringify(said.answer)}::jsonb
      AND revision = (SELECT max(revision) FROM submission WHERE assignment_id = ${said.assignmentId}::uuid)`
  return same ?? null
}
