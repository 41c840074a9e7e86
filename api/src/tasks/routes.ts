import * as contract from '@tsumugi/kit/contract/tasks.ts'
import { type Route, route } from '../http/implement.ts'
import { allotTasks } from './allot-tasks.ts'
import { changeHandOver } from './change-hand-over.ts'
import { claimNextTasks } from './claim-next-tasks.ts'
import { claimTask } from './claim-task.ts'
import { getAssignment } from './get-assignment.ts'
import { listMyAssignments } from './list-my-assignments.ts'
import { listOffers } from './list-offers.ts'
import { listTasks } from './list-tasks.ts'
import { moveTasks } from './move-tasks.ts'
import { releaseTask } from './release-task.ts'
import { reopenTask } from './reopen-task.ts'
import { resumeTask } from './resume-task.ts'
import { reworkTasks } from './rework-tasks.ts'

export const tasksRoutes: Route[] = [
  route(contract.allotTasks, allotTasks),
  route(contract.moveTasks, moveTasks),
  route(contract.reworkTasks, reworkTasks),
  route(contract.listTasks, listTasks),
  route(contract.listOffers, listOffers),
  route(contract.listMyAssignments, listMyAssignments),
  route(contract.claimTask, claimTask),
  route(contract.claimNextTasks, claimNextTasks),
  route(contract.changeHandOver, changeHandOver),
  route(contract.releaseTask, releaseTask),
  route(contract.reopenTask, reopenTask),
  route(contract.resumeTask, resumeTask),
  route(contract.getAssignment, getAssignment),
]
