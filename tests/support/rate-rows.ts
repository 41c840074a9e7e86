import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'

/** A raise of an order's price by 1 yen, and why a person's rate for it is low, as rows. */
export async function makeRateRows(
  house: House,
  { orderId, personId, directorId }: { orderId: string; personId: string; directorId: string },
): Promise<{ payRaise: string; rateExplanation: string }> {
  const { rows } = house.world.db
  const at = house.clock.now()
  const [payRaise, rateExplanation] = [newId(), newId()]
  const raise = { wasYen: 30, unitPayYen: 31, raisedById: directorId, raisedAt: at }
  await rows.payRaise.create({ data: { id: payRaise, orderId, reason: 'x', ...raise } })
  const low = { month: '2020-03', yenPerHour: 900, floorYen: 1_000, explainedById: directorId, explainedAt: at }
  await rows.rateExplanation.create({ data: { id: rateExplanation, orderId, personId, reason: 'x', ...low } })
  return { payRaise, rateExplanation }
}
