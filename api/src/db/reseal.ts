import type pg from 'pg'
import type { SealedColumn } from '../kernel/sealed-columns.ts'
import type { Sealing } from '../kernel/sealing.ts'

/** What became of a column's values that an older key had sealed. */
export interface Resealed {
  resealed: number
  /** Rows that could not be opened, by their ids: a key is missing or somebody changed them. */
  unopened: string[]
}

const batch = 500

/**
 * Seals anew, with the first key, what older keys sealed; as often as wanted, and while people work: a value that changes
 * meanwhile is left to whoever changed it.
 */
export async function resealColumn(
  pool: pg.Pool,
  sealing: Sealing,
  { column, key }: { column: SealedColumn; key: string },
): Promise<Resealed> {
  const [table, name] = column.split('.')
  const outcome: Resealed = { resealed: 0, unopened: [] }
  for (let after: string | null = null; ; ) {
    const { rows }: { rows: { id: string; sealed: string }[] } = await pool.query(
      `SELECT "${key}"::text AS id, "${name}" AS sealed FROM "${table}"
        WHERE "${name}" IS NOT NULL AND NOT starts_with("${name}", $1) AND ($2::uuid IS NULL OR "${key}" > $2)
        ORDER BY "${key}" LIMIT ${batch}`,
      [sealing.currentPrefix, after],
    )
    for (const { id, sealed } of rows) {
      const anew = sealedAnew(sealing, sealed, { column, id })
      if (anew === null) {
        outcome.unopened.push(id)
        continue
      }
      const { rowCount } = await pool.query(
        `UPDATE "${table}" SET "${name}" = $3 WHERE "${key}" = $1 AND "${name}" = $2`,
        [id, sealed, anew],
      )
      outcome.resealed += rowCount ?? 0
    }
    if (rows.length < batch) return outcome
    after = rows.at(-1)?.id ?? null
  }
}

function sealedAnew(sealing: Sealing, sealed: string, place: { column: SealedColumn; id: string }): string | null {
  try {
    return sealing.seal(sealing.open(sealed, place), place)
  } catch {
    return null
  }
}
