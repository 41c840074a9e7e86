import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../support/database.ts'

const root = resolve(import.meta.dirname, '../..')
const running: ChildProcess[] = []
let database: TestDatabase
let empty: TestDatabase
let tried: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
  empty = await emptyDatabase()
  tried = await cloneDatabase()
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await database.drop()
  await empty.drop()
  await tried.drop()
  rmSync(production.DATA_FOLDER, { recursive: true, force: true })
})

const production = {
  NODE_ENV: 'production',
  ACCESS_TOKEN_SECRET: 'a'.repeat(40),
  SIGNED_URL_SECRET: 'b'.repeat(40),
  SEALING_KEYS: `2026a:${'c'.repeat(43)}=`,
  PUBLIC_URL: 'https://tsumugi.example.jp',
  TRUST_PROXY: '1',
  DATA_FOLDER: mkdtempSync(join(tmpdir(), 'tsumugi-start-')),
}

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'api/src/main.ts')], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  return { child, ended, said: () => said }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}

async function untilReady(port: number): Promise<number> {
  for (;;) {
    const status = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.status,
      () => 0,
    )
    if (status > 0) return status
    await new Promise((done) => setTimeout(done, 100))
  }
}

it('migrates an empty database, answers when ready, invites the first person and no demo in production, and stops when asked', async () => {
  const port = await freePort()
  const server = start({
    ...production,
    DATABASE_URL: empty.url,
    PORT: String(port),
    FIRST_OFFICE_EMAIL: 'Aoi@example.jp',
  })
  expect(await untilReady(port)).toBe(200)
  expect(server.said()).not.toContain('demo')
  const signIn = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'office@tsumugi.example', password: 'tsumugi-demo-town' }),
  })
  expect(signIn.status).toBe(401)
  await vi.waitFor(() => expect(server.said()).toContain('/office/invitation/'), 10_000)
  const link = /https:\S+\/office\/invitation\/(\S+)/.exec(server.said())?.[1]
  const accepted = await fetch(`http://127.0.0.1:${port}/api/invitations/${link}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ displayName: '青井', password: 'a long enough password' }),
  })
  expect(accepted.status).toBe(200)
  server.child.kill('SIGTERM')
  expect(await server.ended).toBe(0)
}, 60_000)

it('does not open a house to everybody who knows the demo: production refuses a database with the demo town', async () => {
  const client = new pg.Client({ connectionString: tried.url })
  await client.connect()
  await client.query(
    `INSERT INTO person (id, email, display_name, created_at)
     VALUES (gen_random_uuid(), 'office@tsumugi.example', '事務局', now())`,
  )
  await client.end()
  const server = start({ ...production, DATABASE_URL: tried.url, PORT: '0' })
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain('DATABASE_URL names a database with the demo town in it')
}, 60_000)

it('says in plain words why it does not start: settings, a port in use, a database that does not answer', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  const bad = start({ ...production, PUBLIC_URL: 'http://x', DATABASE_URL: database.url })
  const occupied = start({ ...production, DATABASE_URL: database.url, PORT: String(port) })
  const lonely = start({ ...production, DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z', PORT: '0' })
  expect(await Promise.all([bad.ended, occupied.ended, lonely.ended])).toEqual([1, 1, 1])
  expect(bad.said()).toContain('PUBLIC_URL must begin with https://')
  expect(occupied.said()).toContain(`Port ${port} is in use`)
  expect(lonely.said()).toContain('DATABASE_URL does not answer')
  for (const { said } of [bad, occupied, lonely]) expect(said()).not.toMatch(/\n\s+at /)
  taken.close()
}, 60_000)
