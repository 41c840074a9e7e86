/**
 * Making a delivery of 200,000 boxes (COCO, VOC and YOLO, zipped, hashed, kept) by the real job: shapes per second,
 * against a COPY of the same boxes as plain rows, and its memory against a delivery of a tenth of that.
 */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import { packDelivery } from '../../api/src/deliveries/pack-delivery.ts'
import { splitOrder } from '../../api/src/splitting/split-order.ts'
import { makeDelivery } from '../../kit/contract/deliveries.ts'
import { asPerson } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeLargeOrder } from '../support/large-order.ts'
import { bloodLabels } from '../support/order-rows.ts'
import { timed, withPeakMemory } from '../support/peak-memory.ts'
import { printRatio } from '../support/ratio.ts'
import { makeTown, type Town } from '../support/town.ts'
import { confirmTermsByRow } from '../support/work-rows.ts'

const shapesPerImage = 10

/** An order with so many images, all their work accepted: boxes of two decimals at random places. */
async function makeAcceptedRows(house: House, town: Town, images: number): Promise<string> {
  const { pool } = house.world.db
  const { orderId, splitId } = await makeLargeOrder(house, town, { images, unitsPerTask: 20 })
  await splitOrder(house.world, { splitId })
  await pool.query(`UPDATE "order" SET state = 'running' WHERE id = $1`, [orderId])
  const author = town.people.hana
  const terms = await confirmTermsByRow(house, orderId, author)
  const at = house.clock.now()
  await pool.query(
    `UPDATE assignment SET state = 'accepted', person_id = $2, terms_notice_id = $3, claimed_at = $4, submitted_at = $4,
       decided_at = $4, team_id = $5 WHERE order_id = $1`,
    [orderId, author, terms, at, town.northTeamId],
  )
  await pool.query(
    `INSERT INTO submission (id, assignment_id, revision, author_id, active_seconds, submitted_at, answer)
     SELECT uuid_v7(), a.id, 1, $2, 600, $3, jsonb_build_object('images', jsonb_object_agg(i.id, jsonb_build_object(
       'labels', '[]'::jsonb, 'seen', true, 'shapes', (
         SELECT jsonb_agg(jsonb_build_object('id', 's' || n, 'label', $4::text, 'kind', 'box',
           'x', round((random() * 500)::numeric, 2), 'y', round((random() * 400)::numeric, 2),
           'width', round((5 + random() * 80)::numeric, 2), 'height', round((5 + random() * 60)::numeric, 2)))
         FROM generate_series(1, $5::int) n WHERE i.id IS NOT NULL))))
     FROM assignment a JOIN task t ON t.id = a.task_id
     JOIN order_item i ON i.order_id = t.order_id AND i.position >= t.items_from AND i.position < t.items_to
     WHERE a.order_id = $1 GROUP BY a.id`,
    [orderId, author, at, bloodLabels[0]?.name, shapesPerImage],
  )
  await pool.query(
    `INSERT INTO review (id, submission_id, assignment_id, author_id, reviewer_id, decision, reviewed_at)
     SELECT uuid_v7(), s.id, s.assignment_id, s.author_id, $2, 'accepted', $3
     FROM submission s JOIN assignment a ON a.id = s.assignment_id WHERE a.order_id = $1`,
    [orderId, town.people.sato, at],
  )
  await pool.query('ANALYZE')
  return orderId
}

async function exported(house: House, town: Town, orderId: string) {
  const office = await asPerson(house, town.people.office)
  const { answer } = await office(makeDelivery, { params: { orderId } })
  const measured = await withPeakMemory(() => timed(() => packDelivery(house.world, { deliveryId: answer.id })))
  const delivery = await house.world.db.rows.delivery.findUniqueOrThrow({ where: { id: answer.id } })
  if (delivery.state !== 'ready') throw new Error(`delivery ${delivery.state}: ${delivery.failure}`)
  return { ...measured, ...measured.result }
}

/** The same boxes as rows of text. */
async function copied(house: House, orderId: string): Promise<number> {
  const client = await house.world.db.pool.connect()
  const sql = `COPY (
    SELECT i.position, i.name, shape ->> 'label', shape ->> 'x', shape ->> 'y', shape ->> 'width', shape ->> 'height'
    FROM task t JOIN assignment a ON a.task_id = t.id JOIN submission s ON s.assignment_id = a.id
    CROSS JOIN LATERAL jsonb_each(s.answer -> 'images') AS image(item, marks)
    JOIN order_item i ON i.id = image.item::uuid
    CROSS JOIN LATERAL jsonb_array_elements(marks -> 'shapes') AS shape
    WHERE t.order_id = '${orderId}' ORDER BY t.number, i.position
  ) TO STDOUT`
  const { seconds } = await timed(() => pipeline(client.query(copyTo(sql)), createWriteStream('/dev/null')))
  client.release()
  return seconds
}

const house = await openHouse()
try {
  const town = await makeTown(house)
  await house.world.db.pool.query('DROP INDEX order_item_order_id_file_id_key')
  // Warms the code up, so that the small one is not charged for it.
  await exported(house, town, await makeAcceptedRows(house, town, 200))
  const small = await exported(house, town, await makeAcceptedRows(house, town, 2_000))
  const orderId = await makeAcceptedRows(house, town, 20_000)
  const copyBefore = await copied(house, orderId)
  const large = await exported(house, town, orderId)
  const copySeconds = (copyBefore + (await copied(house, orderId))) / 2
  const shapes = 20_000 * shapesPerImage
  printRatio({
    what: 'peak memory of making a delivery of 200,000 shapes against one of 20,000',
    ratio: large.peakMb / small.peakMb,
    atMost: 1.5,
    note: `${large.peakMb.toFixed(0)} MB against ${small.peakMb.toFixed(0)} MB, grown by ${large.grownMb.toFixed(0)} and ${small.grownMb.toFixed(0)}`,
  })
  printRatio({
    what: 'a delivery in three formats, zipped and hashed, against a COPY of the same boxes as bare rows (time)',
    ratio: large.seconds / copySeconds,
    atMost: 20,
    note: `${Math.round(shapes / large.seconds).toLocaleString('en')} shapes/s; ${large.seconds.toFixed(1)} s, of them ${large.processorSeconds.toFixed(1)} s of a processor here, against ${copySeconds.toFixed(1)} s`,
  })
} finally {
  await house.close()
}
