import { settleJobs } from '../../api/src/jobs/graphile-job-queue.ts'
import { jobs } from '../../api/src/jobs.ts'
import { approvePayMonth, proposePayMonth } from '../../kit/contract/pay.ts'
import { asPerson } from './ask.ts'
import type { House } from './house.ts'
import type { Town } from './town.ts'

/** Closes a month of pay as two people do, with the job behind it; throws when one of them is refused. */
export async function closeMonth(house: House, town: Town, month: string): Promise<void> {
  const request = { params: { month } }
  void (await (await asPerson(house, town.people.payroll))(proposePayMonth, request)).answer
  void (await (await asPerson(house, town.people.office))(approvePayMonth, request)).answer
  await settleJobs(house.world, jobs)
}
