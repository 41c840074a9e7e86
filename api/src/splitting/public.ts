// What other slices may call.
export { getGrantedMinutes, getTaskFees } from './get-task-fees.ts'
export { cancelSplitRefusal, startSplitRefusal } from './split-rules.ts'
