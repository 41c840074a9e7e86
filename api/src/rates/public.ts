// What other slices may call.
export { countLowRates } from './load-judged-rates.ts'
