import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, done, id, instant, name, text } from './values.ts'

const moreTimeId = z.object({ moreTimeId: id })

export const askMoreTime = endpoint({
  name: 'askMoreTime',
  method: 'POST',
  path: '/api/assignments/:assignmentId/more-time',
  action: 'more_time.ask',
  summary: 'Asks for more minutes than were agreed for a task that is paid by the hour, with what they are needed for.',
  params: z.object({ assignmentId: id }),
  body: z.object({ minutes: z.int().min(1).max(600), reason: text(500).min(1) }),
  answer: z.object({ id }),
  refusals: ['task.not_yours', 'more_time.not_hourly', 'more_time.not_held', 'more_time.waiting'],
})
export const grantMoreTime = endpoint({
  name: 'grantMoreTime',
  method: 'POST',
  path: '/api/more-time/:moreTimeId/grant',
  action: 'more_time.grant',
  summary: 'Grants the minutes asked for: the task pays for so many more at once, and a change of terms says so.',
  params: moreTimeId,
  answer: done,
  refusals: ['more_time.decided', 'more_time.not_held', 'more_time.own'],
})
export const refuseMoreTime = endpoint({
  name: 'refuseMoreTime',
  method: 'POST',
  path: '/api/more-time/:moreTimeId/refuse',
  action: 'more_time.refuse',
  summary: 'Says why no more minutes can be agreed; what was agreed stays.',
  params: moreTimeId,
  body: z.object({ reason: text(500).min(1) }),
  answer: done,
  refusals: ['more_time.decided', 'more_time.own'],
})
export const listMoreTime = endpoint({
  name: 'listMoreTime',
  method: 'GET',
  path: '/api/more-time',
  action: 'more_time.list',
  summary:
    'Minutes asked for: one’s own, those of one’s team, for the office all. The newest 200; of one order or one task where it is named.',
  query: z.object({ orderId: id.optional(), assignmentId: id.optional() }),
  answer: z.object({
    asks: z.array(
      z.object({
        id,
        order: z.object({ id, number: z.int(), title: z.string() }),
        assignmentId: id,
        task: z.int(),
        /** Who asks. */
        person: name,
        minutes: z.int(),
        /** Agreed until now for the task. */
        agreedMinutes: z.int(),
        reason: z.string(),
        state: z.enum(['asked', 'granted', 'refused']),
        refusal: z.string().nullable(),
        askedAt: instant,
        decidedAt: instant.nullable(),
        can: can('grant', 'refuse'),
      }),
    ),
  }),
  refusals: [],
})
