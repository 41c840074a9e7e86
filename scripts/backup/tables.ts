import type pg from 'pg'

interface Table {
  name: string
  columns: string[]
}

/** The tables of our schema with their columns, those others point to first. The list of migrations is not among them. */
export async function tablesInOrder(client: pg.Client): Promise<Table[]> {
  const tables = await client.query<{ name: string; columns: string[] }>(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname`)
  const keys = await client.query<{ from: string; to: string }>(`
    SELECT DISTINCT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`)
  const plain = (name: string) => name.replaceAll('"', '').replace(/^public\./, '')
  const needs = new Map<string, string[]>()
  for (const { from, to } of keys.rows) needs.set(plain(from), [...(needs.get(plain(from)) ?? []), plain(to)])
  const byName = new Map(tables.rows.map((table) => [table.name, table]))
  const ordered = new Set<Table>()
  const visit = (name: string, path: readonly string[]): void => {
    const table = byName.get(name)
    if (!table || ordered.has(table)) return
    if (path.includes(name)) throw new Error(`tables point to one another in a circle: ${[...path, name].join(' → ')}`)
    for (const needed of needs.get(name) ?? []) visit(needed, [...path, name])
    ordered.add(table)
  }
  for (const { name } of tables.rows) visit(name, [])
  return [...ordered]
}
