import { z } from 'zod'
import { imageAnswer } from '../surfaces/image/answer.ts'
import { endpoint } from './endpoint.ts'
import { id, instant, text } from './values.ts'

const assignmentId = z.object({ assignmentId: id })

export const saveDraft = endpoint({
  name: 'saveDraft',
  method: 'PUT',
  path: '/api/assignments/:assignmentId/draft',
  action: 'draft.save',
  summary: 'Saves work in progress and renews the lease. `version` is the last one this device knows (0 at first).',
  params: assignmentId,
  body: z.object({ answer: imageAnswer, version: z.int().min(0), activeSeconds: z.int().min(0).max(1_000_000) }),
  answer: z.object({ version: z.int(), savedAt: instant, leaseUntil: instant }),
  refusals: ['task.not_yours', 'task.not_in_work', 'draft.conflict', 'draft.unreadable'],
})
export const submitTask = endpoint({
  name: 'submitTask',
  method: 'POST',
  path: '/api/assignments/:assignmentId/submissions',
  action: 'task.submit',
  summary: 'Hands the work in; the answer is checked again here. The same answer sent twice is one submission.',
  params: assignmentId,
  body: z.object({ answer: imageAnswer, note: text(2000), activeSeconds: z.int().min(0).max(1_000_000) }),
  answer: z.object({ submissionId: id, revision: z.int() }),
  refusals: [
    'task.not_yours',
    'task.not_in_work',
    'submission.has_problems',
    'submission.pins_open',
    'draft.unreadable',
  ],
})
