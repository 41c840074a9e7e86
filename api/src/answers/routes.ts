import * as contract from '@tsumugi/kit/contract/answers.ts'
import { type Route, route } from '../http/implement.ts'
import { saveDraft } from './save-draft.ts'
import { submitTask } from './submit-task.ts'

export const answersRoutes: Route[] = [route(contract.saveDraft, saveDraft), route(contract.submitTask, submitTask)]
