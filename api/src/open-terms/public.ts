// What other slices may call.
export { decideAlarm, soonUntil } from './open-terms-rules.ts'
export { getOpenTerms, getTermsChanges, getUndecided } from './open-terms-store.ts'
