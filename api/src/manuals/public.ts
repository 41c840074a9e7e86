export { type ClauseFacts, clausesOf, manualFingerprint } from './manual-store.ts'
