import type { Draft } from './draft-state.ts'

/** What was typed and could not be saved yet, with what it was typed over. */
type Copy = Pick<Draft, 'saved' | 'version' | 'typed'>

const placeOf = (orderId: string) => `tsumugi.order-draft.${orderId}`

/** Keeps on this device what the server does not have; `null` forgets it. */
export function keepCopy(orderId: string, copy: Copy | null): void {
  try {
    if (copy === null) localStorage.removeItem(placeOf(orderId))
    else localStorage.setItem(placeOf(orderId), JSON.stringify(copy))
  } catch {
    // Storage can be full or switched off; the server has what it has.
  }
}

/** What this device kept of an order's draft. Only this app writes there, so its shape is trusted once it parses. */
export function keptCopy(orderId: string): Copy | null {
  try {
    return JSON.parse(localStorage.getItem(placeOf(orderId)) ?? 'null') as Copy | null
  } catch {
    return null
  }
}
