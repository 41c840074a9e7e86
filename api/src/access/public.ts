// What the server may call.
export { loadKeyHolder } from './load-key-holder.ts'
