import * as contract from '@tsumugi/kit/contract/operation.ts'
import { type Route, route } from '../http/implement.ts'
import { listJobs } from './list-jobs.ts'
import { listRegularJobs } from './list-regular-jobs.ts'
import { retryJob } from './retry-job.ts'

export const operationRoutes: Route[] = [
  route(contract.listJobs, listJobs),
  route(contract.listRegularJobs, listRegularJobs),
  route(contract.retryJob, retryJob),
]
