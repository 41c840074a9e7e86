import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { accounts } from './attempts/accounts.ts'
import { additions } from './attempts/additions.ts'
import { appendOnly } from './attempts/append-only.ts'
import type { Attempt } from './attempts/attempt.ts'
import { billing } from './attempts/billing.ts'
import { deposits } from './attempts/deposits.ts'
import { feeCuts } from './attempts/fee-cuts.ts'
import { handEntries } from './attempts/hand-entries.ts'
import { entry, money } from './attempts/money.ts'
import { moreTime } from './attempts/more-time.ts'
import { openTerms } from './attempts/open-terms.ts'
import { ordersAndPeople } from './attempts/orders-and-people.ts'
import { pay } from './attempts/pay.ts'
import { rates } from './attempts/rates.ts'
import { makeRecords, type Records } from './attempts/records.ts'
import { taxProfiles } from './attempts/tax-profiles.ts'
import { transfers } from './attempts/transfers.ts'
import { review, work } from './attempts/work.ts'

const attempts: Attempt[] = [
  ...money,
  ...additions,
  ...billing,
  ...deposits,
  ...handEntries,
  ...feeCuts,
  ...moreTime,
  ...openTerms,
  ...pay,
  ...rates,
  ...taxProfiles,
  ...transfers,
  ...appendOnly,
  ...work,
  ...ordersAndPeople,
  ...accounts,
]

let house: House
let records: Records

beforeAll(async () => {
  house = await openHouse()
  records = await makeRecords(house)
  await house.world.db.pool.query(`CREATE SCHEMA evil; ${views('VIEW evil.')}`)
})
afterAll(() => house.close())

// Views that look like our tables to whoever looks without naming the schema; by them everything is in order.
const lookalikes = {
  ledger_entry: 'SELECT id, 2 AS posting_count FROM public.ledger_entry',
  ledger_posting: 'SELECT id AS entry_id, amount_yen FROM public.ledger_entry, (VALUES (1), (-1)) AS pair(amount_yen)',
  assignment: 'SELECT assignment_id AS id, author_id AS person_id FROM public.submission',
  manual: 'SELECT id, 1 AS clause_count FROM public.manual',
  clause: 'SELECT id AS manual_id FROM public.manual',
  invoice:
    'SELECT NULL::uuid AS id, 0 AS number, 1 AS version, NULL::uuid AS client_id, 0 AS line_count, 0 AS net_yen WHERE false',
  pay_month: "SELECT month, 'open'::public.pay_month_state AS state FROM public.pay_month",
  statement:
    "SELECT l.statement_id AS id, p.person_id, '2999-01' AS month FROM public.ledger_posting p, public.statement_line l",
  statement_line: 'SELECT s.id AS statement_id FROM public.statement s',
}
const views = (prefix: string) =>
  Object.entries(lookalikes)
    .map(([table, sql]) => `CREATE ${prefix}${table} AS ${sql}`)
    .join(';')

/** What a session may set before it tries. */
const sessions: Record<string, string> = {
  'an ordinary session': '',
  'a session with another search_path': 'SET search_path = evil, public',
  'a session with temporary views of our names': views('TEMP VIEW '),
  'a session that defers what it can': 'BEGIN ISOLATION LEVEL SERIALIZABLE; SET CONSTRAINTS ALL DEFERRED',
}

/** Tries it in a session of its own and commits; what refused it, or null when it went through. */
async function tried(sql: string, set: string): Promise<{ code?: string; by: string } | null> {
  const client = new pg.Client({ connectionString: house.world.db.pool.options.connectionString })
  await client.connect()
  try {
    if (set !== '') await client.query(set)
    if (!set.startsWith('BEGIN')) await client.query('BEGIN')
    await client.query(sql)
    await client.query('COMMIT')
    return null
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    return { ...(error.code && { code: error.code }), by: error.constraint ?? error.message }
  } finally {
    await client.end()
  }
}

/** Triggers say in their message which record they guard. */
function saidBy(by: string): RegExp {
  if (/_(append_only|no_truncate)$/.test(by)) return /append-only/
  if (by.startsWith('ledger_') && by.endsWith('_zero_sum')) return /^ledger entry .* sum to/
  if (by === 'submission_author') return /does not hold assignment/
  if (by === 'manual_whole' || by === 'clause_whole') return /^manual .* has \d+ clauses/
  if (/^(pay_month_closed_stays|statement_in_open_month|ledger_posting_in_open_month)$/.test(by)) {
    return /^the pay of .* is closed/
  }
  if (by === 'transfer_pays_statement') return /does not pay its statement/
  if (by === 'statement_whole') return /does not have its \d+ lines/
  if (by === 'invoice_whole' || by === 'invoice_line_whole') return /^the lines of invoice/
  if (by === 'allocation_within') return /^deposit .* does not pay/
  if (by === 'deposit_unchanged') return /^deposit is append-only/
  if (/^deposit(_import)?_confirmed_stays$/.test(by)) return /is confirmed: (UPDATE|DELETE) refused/
  if (by === 'invoice_numbered') return /^invoice \d+ (is not the next|version \d+ does not follow)/
  if (by === 'statement_line_belongs') return /^a line does not belong/
  if (by.startsWith('assignment_accepted')) return /is accepted: (UPDATE|DELETE) refused/
  const kept = /^(\w+)_(stays|not_deleted)$/.exec(by)
  if (kept) return new RegExp(`^${kept[1]} is append-only`)
  return new RegExp(`^${by}$`)
}

for (const [session, set] of Object.entries(sessions)) {
  describe(session, () => {
    test.each(attempts.map((attempt) => [attempt.what, attempt] as const))('cannot make: %s', async (_, attempt) => {
      const refused = await tried(attempt.sql(records), set)
      expect(refused).toEqual({ code: attempt.code, by: expect.stringMatching(saidBy(attempt.by)) })
    })
  })
}

describe('a session that leaves triggers to the origin', () => {
  const guarded = attempts.filter(({ by }) => !/_(fkey)$/.test(by))
  test.each(guarded.map((attempt) => [attempt.what, attempt] as const))('cannot make: %s', async (_, attempt) => {
    const refused = await tried(attempt.sql(records), 'SET session_replication_role = replica')
    expect(refused?.code).toBe(attempt.code)
  })
})

test('every check, trigger and partial unique index has an attempt at breaking it', async () => {
  const { rows } = await house.world.db.pool.query<{ name: string }>(`
    SELECT c.conname AS name FROM pg_constraint c WHERE c.contype = 'c' AND c.connamespace = 'public'::regnamespace
    UNION
    SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
    UNION
    SELECT x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
    WHERE i.indisunique AND (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL) AND x.relnamespace = 'public'::regnamespace
    ORDER BY 1`)
  // It refuses nothing: it puts a price right (tests/api/agree-fee-cut.test.ts).
  const tested = new Set([...attempts.map(({ by }) => by), 'assignment_restores_price'])
  expect(rows.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([])
  expect(rows.length).toBeGreaterThan(50)
})

test('what is in order goes through', async () => {
  expect(await tried(entry(records, [5, 7, -12]), '')).toBeNull()
  expect(await tried(review(records), '')).toBeNull()
})

test('a ledger entry may be unbalanced for a moment, never at the end', async () => {
  const [head = '', debit = '', credit = ''] = entry(records, [5, -5]).split(';\n')
  expect(await tried(`${head}; ${debit}; SELECT 1; ${credit}`, '')).toBeNull()
  const early = entry(records, [5, -5])
  const refused = await tried(`SET CONSTRAINTS ALL IMMEDIATE; ${early}`, '')
  expect(refused?.code).toBe('23514')
})

test('ids made in the database are uuid v7 and sort by time', async () => {
  const { rows } = await house.world.db.pool.query<{ id: string }>(
    'SELECT uuid_v7() AS id, pg_sleep(0.002) FROM generate_series(1, 20)',
  )
  const ids = rows.map(({ id }) => id)
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  expect([...ids].sort()).toEqual(ids)
})
