import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { ExportImage } from '@tsumugi/kit/surfaces/image/formats.ts'
import type pg from 'pg'
import { assert } from '../kernel/assert.ts'

/** A finished image with the name its own files bear in the package, without ending. */
export interface PackedImage extends ExportImage {
  stem: string
}

/** About so many images are in memory at a time, twice: one page is read while the one before is written. */
const imagesPerPage = 400

interface AnswerRow {
  number: number
  items_from: number
  items_to: number
  answer: ImageAnswer
}

interface ItemRow {
  id: string
  position: number
  name: string
  width: number
  height: number
  stem: string
}

// Characters some file systems refuse become "_".
const safeName = `regexp_replace(name, '[\\\\/:*?"<>|[:cntrl:]]', '_', 'g')`
const stemOfName = `regexp_replace(${safeName}, '(.)\\.[^.]+$', '\\1')`

// Pages by task number, no cursor: no transaction is held open for as long as an export takes. Accepted work never changes.
const answersSql = `
  SELECT t.number, t.items_from, t.items_to, accepted.answer
  FROM "task" t JOIN "split" s ON s.id = t.split_id AND s.state = 'done'
  CROSS JOIN LATERAL (
    SELECT coalesce(r.fixed_answer, sub.answer) AS answer
    FROM "assignment" a
    JOIN "review" r ON r.assignment_id = a.id AND r.decision IN ('accepted', 'fixed')
    JOIN "submission" sub ON sub.id = r.submission_id
    WHERE a.task_id = t.id AND a.state = 'accepted'
    ORDER BY a.round DESC, a.slot LIMIT 1
  ) accepted
  WHERE t.order_id = $1 AND t.number > $2
  ORDER BY t.number LIMIT $3`

// "a.jpg" and "a.png" would both write "a.xml": such images keep their whole name, as do those that could be taken for one.
const itemsSql = `
  SELECT id, position, name, width, height,
    CASE WHEN lower(${stemOfName}) = ANY($4::text[]) THEN ${safeName} ELSE ${stemOfName} END AS stem
  FROM "order_item" WHERE order_id = $1 AND position >= $2 AND position < $3 ORDER BY position`
const sharedStemsSql = `
  WITH named AS (
    SELECT lower(${stemOfName}) AS stem, lower(${safeName}) AS whole FROM "order_item" WHERE order_id = $1
  )
  SELECT stem FROM named GROUP BY stem HAVING count(*) > 1
  UNION SELECT n.stem FROM named n JOIN named other ON other.whole = n.stem`

/** Gives an order's accepted images in item order, from the start each time it is called, page by page. */
export function loadAcceptedImages(
  pool: pg.Pool,
  order: { orderId: string; unitsPerTask: number },
): () => AsyncGenerator<PackedImage> {
  const { orderId, unitsPerTask } = order
  const tasksPerPage = Math.max(1, Math.floor(imagesPerPage / unitsPerTask))
  let sharedStems: string[] | null = null

  async function page(afterNumber: number): Promise<{ answers: AnswerRow[]; items: ItemRow[] }> {
    const answers = (await pool.query<AnswerRow>(answersSql, [orderId, afterNumber, tasksPerPage])).rows
    const [first, last] = [answers.at(0), answers.at(-1)]
    if (!first || !last) return { answers, items: [] }
    sharedStems ??= (await pool.query<{ stem: string }>(sharedStemsSql, [orderId])).rows.map((row) => row.stem)
    const range = [orderId, first.items_from, last.items_to, sharedStems]
    return { answers, items: (await pool.query<ItemRow>(itemsSql, range)).rows }
  }

  return async function* () {
    let coming = page(0)
    for (;;) {
      const { answers, items } = await coming
      const last = answers.at(-1)
      if (!last) return
      coming = page(last.number)
      // Whoever stops reading does not wait for it; whoever goes on meets its error above.
      coming.catch(() => {})
      yield* imagesOf(answers, items)
    }
  }
}

function* imagesOf(answers: AnswerRow[], items: ItemRow[]): Generator<PackedImage> {
  let index = 0
  for (const { items_to: to, answer } of answers) {
    for (let item = items[index]; item && item.position < to; item = items[++index]) {
      const marks = answer.images[item.id]
      assert(marks, `the accepted answer says nothing of item ${item.id}`)
      yield {
        number: item.position + 1,
        fileName: item.name,
        stem: item.stem,
        width: item.width,
        height: item.height,
        shapes: marks.shapes,
        labels: marks.labels,
      }
    }
  }
}
