import { assert } from '../kernel/assert.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { agreedQuote, type OrderFacts, type QuoteFacts, type Rows } from '../orders/public.ts'
import { tasksOf, unitsPerTaskMax } from './split-calc.ts'
import { startSplitRefusal } from './split-rules.ts'
import { liveSplit } from './split-store.ts'

/** Refuses unless the order can be split as asked; gives what to split by. */
export async function splitFacts(
  rows: Rows,
  order: OrderFacts,
  asked: { unitsPerTask: number },
): Promise<{ quote: QuoteFacts; tasks: number }> {
  const live = (await liveSplit(rows, order.id))?.state ?? null
  refuseIf(startSplitRefusal({ order: order.state, live }), { state: order.state })
  const quote = await agreedQuote(rows, order.id)
  assert(quote, `order ${order.id} is agreed without an agreed quote`)
  const maximum = unitsPerTaskMax(quote)
  if (Math.min(asked.unitsPerTask, order.items) > maximum) {
    throw new Refusal('request.malformed', {}, [{ path: 'unitsPerTask', problem: 'too_big', facts: { maximum } }])
  }
  return { quote, tasks: tasksOf({ units: order.items, unitsPerTask: asked.unitsPerTask }) }
}
