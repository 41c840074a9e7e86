// What other slices may call.
export { cancelSplitRefusal, startSplitRefusal } from './split-rules.ts'
