import type { Jobs } from './jobs/graphile-job-queue.ts'

/** Every background job with the command that does it. */
export const jobs: Jobs = {
  'split-order': async () => {},
  'make-delivery': async () => {},
  'expire-claims': async () => {},
}
