export { type ClauseFacts, clausesOf, type ManualFacts, manualFingerprint, newestManual } from './manual-store.ts'
