// What other slices may call.
export type { AssignmentMove, AssignmentState } from './assignment-state.ts'
export {
  type AssignmentFacts,
  type AssignmentValues,
  assignmentFacts,
  cancelWaitingAssignments,
  lockAssignment,
  moveAssignment,
} from './assignment-store.ts'
export { raiseFees } from './fee-store.ts'
export { restOf, secondsBefore } from './hand-over-store.ts'
export { assignmentSubject, lockHeld, notYours } from './held-assignment.ts'
export { paidOf, secondsOf } from './hour-price.ts'
export { leaseFrom } from './lease-calc.ts'
export { hourPriceOf, raiseMost } from './most-store.ts'
export { noteOwnPay } from './own-pay-store.ts'
