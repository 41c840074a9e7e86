import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'
import { makeRunningOrder } from './order-rows.ts'
import type { Town } from './town.ts'

/**
 * An agreed order with so many items, made inside the database, and its split about to run: for measuring.
 * All items share one picture, so `order_item_order_id_file_id_key` must be gone.
 */
export async function makeLargeOrder(
  house: House,
  town: Town,
  wish: { images: number; unitsPerTask: number },
): Promise<{ orderId: string; splitId: string }> {
  const { rows, pool } = house.world.db
  const { orderId, splitId } = await makeRunningOrder(house, town, { images: 1, teamIds: [] })
  await pool.query('DELETE FROM assignment WHERE order_id = $1', [orderId])
  await pool.query('DELETE FROM task WHERE order_id = $1', [orderId])
  await rows.split.delete({ where: { id: splitId } })
  await pool.query(
    `INSERT INTO order_item (id, order_id, position, name, file_id, width, height)
     SELECT gen_random_uuid(), order_id, n, 'large-' || n || '.jpg', file_id, 640, 480
     FROM order_item, generate_series(1, $2::int - 1) n WHERE order_id = $1`,
    [orderId, wish.images],
  )
  const { unitsPerTask } = wish
  const split = { id: newId(), orderId, unitsPerTask, tasksTotal: Math.ceil(wish.images / unitsPerTask) }
  await rows.split.create({ data: { ...split, startedById: town.people.office, startedAt: house.clock.now() } })
  return { orderId, splitId: split.id }
}
