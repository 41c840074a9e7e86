import type { Order } from './order-look.ts'

/**
 * What stands first on an order's page: what this reader would do next, or whom the order waits for.
 * `write` … `close` are the reader's turn, `await…` and the rest somebody else's or nobody's.
 */
export type Now =
  | 'write'
  | 'offer'
  | 'answer'
  | 'split'
  | 'allot'
  | 'deliver'
  | 'accept'
  | 'close'
  | 'splitting'
  | 'making'
  | 'awaitDraft'
  | 'awaitQuote'
  | 'awaitAnswer'
  | 'awaitStart'
  | 'awaitWork'
  | 'awaitDelivery'
  | 'awaitAcceptance'
  | 'accepted'
  | 'closed'
  | 'cancelled'

/** What the order's page depends on: its state, what stands below it, and what the server lets the reader do. */
export type Standing = Pick<Order, 'state' | 'can' | 'progress'> & {
  split: Pick<NonNullable<Order['split']>, 'state'> | null
  /** Newest first. */
  deliveries: readonly Pick<Order['deliveries'][number], 'state' | 'can'>[]
}

/** What stands first for this reader. */
export function nowOf(order: Standing): Now {
  const { state } = order
  switch (state) {
    case 'draft':
      return order.can.change ? 'write' : 'awaitDraft'
    case 'submitted':
      return order.can.offerQuote ? 'offer' : 'awaitQuote'
    case 'quoted':
      return order.can.agreeQuote ? 'answer' : 'awaitAnswer'
    case 'agreed':
      return beforeWork(order)
    case 'running':
      return duringWork(order)
    case 'delivered':
      return order.deliveries[0]?.can.accept ? 'accept' : 'awaitAcceptance'
    case 'accepted':
      return order.can.close ? 'close' : 'accepted'
    default:
      return state
  }
}

function beforeWork({ split, can }: Standing): Now {
  if (split?.state === 'running') return 'splitting'
  if (can.split) return 'split'
  return can.allot ? 'allot' : 'awaitStart'
}

function duringWork({ can, deliveries, progress }: Standing): Now {
  if (can.allot) return 'allot'
  if (deliveries[0]?.state === 'making') return 'making'
  if (can.makeDelivery) return 'deliver'
  return progress.tasks > 0 && progress.accepted === progress.tasks ? 'awaitDelivery' : 'awaitWork'
}

const turns: ReadonlySet<Now> = new Set(['write', 'offer', 'answer', 'split', 'allot', 'deliver', 'accept', 'close'])

/** Is it the reader's turn? */
export function isTurn(now: Now): boolean {
  return turns.has(now)
}
