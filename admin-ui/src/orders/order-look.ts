import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getOrder, OrderState } from '@tsumugi/kit/contract/orders.ts'
import type { Me } from '@tsumugi/kit/ui/app/me.ts'
import type { Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'

export type Order = AnswerOf<typeof getOrder>

/** How each state of an order looks to somebody who waits. */
const waitingTones: Record<OrderState, Tone> = {
  draft: 'quiet',
  submitted: 'info',
  quoted: 'info',
  agreed: 'info',
  running: 'info',
  delivered: 'info',
  accepted: 'good',
  closed: 'good',
  cancelled: 'bad',
}

const officeTurns: ReadonlySet<OrderState> = new Set(['submitted', 'agreed', 'accepted'])
const clientTurns: ReadonlySet<OrderState> = new Set(['quoted', 'delivered'])

/** How an order's state looks to this reader: `now` where the next step is theirs. */
export function orderTone({ state, progress }: Pick<Order, 'state' | 'progress'>, can: Me['can']): Tone {
  const isWorkDone = state === 'running' && progress.tasks > 0 && progress.accepted === progress.tasks
  const isOfficeTurn = officeTurns.has(state) || isWorkDone || progress.held > 0
  const isTurn = (can['quote.offer'] && isOfficeTurn) || (can['quote.agree'] && clientTurns.has(state))
  return isTurn ? 'now' : waitingTones[state]
}
