export { type ClauseFacts, clausesOf, manualFingerprint } from './manual-store.ts'
export { publishRefusal } from './publish-rules.ts'
