import * as contract from '@tsumugi/kit/contract/operation.ts'
import { type Route, route } from '../http/implement.ts'
import { getDataCheck } from './get-data-check.ts'
import { listJobs } from './list-jobs.ts'
import { listRegularJobs } from './list-regular-jobs.ts'
import { retryJob } from './retry-job.ts'

export const operationRoutes: Route[] = [
  route(contract.listJobs, listJobs),
  route(contract.listRegularJobs, listRegularJobs),
  route(contract.getDataCheck, getDataCheck),
  route(contract.retryJob, retryJob),
]
