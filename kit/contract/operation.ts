import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, done, id, instant, page, pageQuery } from './values.ts'

/** What a background job is doing: `retrying` failed and tries again by itself, `failed` has given up. */
export const jobStates = ['running', 'waiting', 'retrying', 'failed'] as const
export type JobState = (typeof jobStates)[number]

const jobId = z.string().regex(/^[1-9]\d{0,17}$/)

export const listJobs = endpoint({
  name: 'listJobs',
  method: 'GET',
  path: '/api/jobs',
  action: 'job.list',
  summary: 'Background jobs that are not done, newest first: what runs, what waits, what failed and why.',
  query: z.object({ ...pageQuery, state: z.enum(jobStates).optional() }),
  answer: page(
    z.object({
      id: jobId,
      name: z.string(),
      state: z.enum(jobStates),
      /** What it works for, where it works for one order. */
      order: z.object({ id, number: z.int(), title: z.string() }).nullable(),
      attempts: z.int(),
      attemptsMax: z.int(),
      /** Since when it runs, or when it is to be tried next; null once it has given up. */
      at: instant.nullable(),
      addedAt: instant,
      /** Why the last try failed: a refusal's code where it was a refusal, else what the program said. */
      error: z.string().nullable(),
      can: can('retry'),
    }),
  ),
  refusals: [],
})

export const listRegularJobs = endpoint({
  name: 'listRegularJobs',
  method: 'GET',
  path: '/api/regular-jobs',
  action: 'job.list',
  summary: 'The rounds the house makes by itself, with when each was last begun.',
  answer: z.object({ rows: z.array(z.object({ name: z.string(), lastAt: instant.nullable() })) }),
  refusals: [],
})

export const getDataCheck = endpoint({
  name: 'getDataCheck',
  method: 'GET',
  path: '/api/data-check',
  action: 'job.list',
  summary:
    'What last night’s check of all data found: the sentences that do not hold, and for how many rows (1,000 at most).',
  answer: z.object({
    last: z
      .object({
        finishedAt: instant,
        checked: z.int(),
        findings: z.array(z.object({ en: z.string(), ja: z.string(), count: z.int() })),
      })
      .nullable(),
  }),
  refusals: [],
})

export const retryJob = endpoint({
  name: 'retryJob',
  method: 'POST',
  path: '/api/jobs/:jobId/retry',
  action: 'job.retry',
  summary: 'Tries a job again now, with all its tries before it.',
  params: z.object({ jobId }),
  answer: done,
  refusals: ['job.running'],
})
