import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../kit/contract/all.ts'
import { acceptInvitation, makeInvitation, refreshSession, signIn } from '../../kit/contract/people.ts'
import type { Role } from '../../kit/contract/roles.ts'
import { expected } from '../permissions/expected.ts'
import { askAbout } from '../permissions/requests.ts'
import { makeThings, type Things } from '../permissions/things.ts'
import { asPerson } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { Visitor } from '../support/visitor.ts'

// Whatever is named so must never be found where it is not kept; columns to come are found by their names.
const sensitive = /password|token|secret|credential|recovery|totp|account_number|holder_kana|email|address|phone|birth/

let house: House
let town: Town
let log = ''
beforeAll(async () => {
  house = await openHouse({}, { onLog: (line) => (log += line) })
  town = await makeTown(house)
})
afterAll(() => house.close())

const query = async <Row>(sql: string): Promise<Row[]> => (await house.world.db.pool.query(sql)).rows as Row[]

/** Everything that is kept to be read by others than its owner: the log, events, jobs, answers kept for retries. */
async function placesToLook(): Promise<Record<string, string>> {
  const all = async (table: string) =>
    JSON.stringify(await query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`))
  return {
    log,
    events: await all('event'),
    jobs: await all('graphile_worker._private_jobs'),
    answers: await all('keyed_request'),
  }
}

async function found(markers: readonly string[]): Promise<string[]> {
  const places = Object.entries(await placesToLook())
  return places.flatMap(([place, text]) =>
    markers.filter((each) => text.includes(each)).map((each) => `${place}: ${each}`),
  )
}

it('passwords and tokens that people show are written nowhere, right or wrong', async () => {
  const password = 'marker-password-of-a-person'
  const office = await asPerson(house, town.people.office)
  const memberships = [{ role: 'worker' as const, teamId: town.northTeamId }]
  const body = { email: 'new@example.jp', displayName: 'x', language: 'ja' as const, memberships }
  const { link } = (await office(makeInvitation, { body })).answer
  const invitation = link.split('/').at(-1) ?? ''
  const visitor = new Visitor(house, { 'idempotency-key': 'k' })
  const params = { token: invitation }
  expect((await visitor.ask(acceptInvitation, { params, body: { displayName: 'x', password } })).status).toBe(200)
  const refresh = visitor.refreshToken ?? ''
  const wrong = 'marker-wrong-password'
  expect((await visitor.ask(signIn, { body: { email: 'new@example.jp', password: wrong } })).status).toBe(401)
  const { accessToken = '' } = (await visitor.ask(signIn, { body: { email: 'new@example.jp', password } })).body
  await visitor.ask(refreshSession)
  await fetch(`${house.url}/api/orders?search=${accessToken}`, { headers: { authorization: `Bearer ${accessToken}x` } })
  expect(log).toContain('request completed')
  expect(await found([password, wrong, invitation, refresh, accessToken])).toEqual([])
})

interface Column {
  table: string
  column: string
}

/** Writes a marker into every sensitive column of every row; columns that refuse it are sealed, or hold no text. */
async function plant(): Promise<string[]> {
  const columns = await query<Column>(`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type = 'text'`)
  const planted: string[] = []
  for (const { table, column } of columns.filter((each) => sensitive.test(each.column))) {
    const marker = `marker.${table}.${column}`
    const taken = await query(`UPDATE "${table}" SET "${column}" = '${marker}' || gen_random_uuid()`).catch(() => null)
    if (taken) planted.push(marker)
  }
  return planted
}

/** From now on no row can be written, and the database says of each what stood in it. */
async function breakEveryTable(): Promise<void> {
  await query(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'broken on purpose' USING DETAIL = NEW::text || OLD::text, HINT = NEW::text; END $$`)
  const tables = await query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)
  for (const { name } of tables) {
    await query(
      `CREATE TRIGGER broken BEFORE INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION broken()`,
    )
  }
}

/** Asks everything as somebody who may; answers how many answers were our own mistake. */
async function askEverything(things: Things): Promise<number> {
  const who: Partial<Record<Role, TownPerson>> = {
    worker: 'hana',
    director: 'sato',
    office: 'office',
    payroll: 'payroll',
  }
  const people = { ...who, client: 'client', coordinator: 'coordinator' } as Partial<Record<Role, TownPerson>>
  let failures = 0
  for (const { endpoint } of endpoints) {
    const roles = endpoint.action === null ? [] : [...(expected.get(endpoint.action)?.keys() ?? [])]
    const person = roles.map((role) => people[role]).find(Boolean)
    const token = person && `Bearer ${tokens.get(person)}`
    const { status } = await askAbout(house, endpoint, things, token ?? null)
    if (status >= 500) failures += 1
  }
  return failures
}
const tokens = new Map<TownPerson, string>()

describe('what is kept of people', () => {
  it('is found in no log and no event, also when the database fails and says what it was about', async () => {
    const { clientId, northTeamId: teamId, northTownId: regionId, people } = town
    const owners = {
      clientId,
      teamId,
      regionId,
      holderId: people.hana,
      senderId: people.client,
      directorId: people.sato,
    }
    const things = await makeThings(house, town, owners)
    for (const name of ['hana', 'sato', 'office', 'payroll', 'client', 'coordinator'] as const)
      tokens.set(name, await house.tokenOf(people[name]))
    const markers = await plant()
    expect(markers).toEqual(expect.arrayContaining(['marker.person.password_hash', 'marker.person.email']))
    await breakEveryTable()
    log = ''
    expect(await askEverything(things)).toBeGreaterThan(20)
    expect(log).toContain('unexpected error')
    expect(log).toContain('broken on purpose')
    expect(await found(markers)).toEqual([])
  })
})
