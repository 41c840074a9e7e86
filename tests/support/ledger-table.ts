import type { Stored } from './house.ts'

interface Row {
  cause: string
  account: string
  amountYen: string
  who: string
}

/** The whole ledger as an aligned table, in the order it was posted; for stories to show and to compare. */
export async function ledgerTable(house: Stored): Promise<string> {
  const { rows } = await house.world.db.pool.query<Row>(`
    SELECT e.cause, p.account::text AS account, p.amount_yen::text AS "amountYen",
           coalesce(person.display_name, client.name_en, '') AS who
    FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id
    LEFT JOIN person ON person.id = p.person_id LEFT JOIN organisation client ON client.id = p.client_id
    ORDER BY e.posted_at, e.id, p.id`)
  const sum = rows.reduce((total, { amountYen }) => total + Number(amountYen), 0)
  const lines = [
    ['cause', 'account', 'yen', 'who'],
    ...rows.map(({ cause, account, amountYen, who }) => [cause, account, amountYen, who]),
    ['sum', '', String(sum), ''],
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
