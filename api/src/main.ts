// The server, from its settings to its last breath.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { DemoSignIn } from '../../prisma/seed/demo-town.ts'
import { applyMigrations } from './db/apply-migrations.ts'
import { DatabaseTrouble } from './db/database-trouble.ts'
import { startEmbeddedPostgres } from './db/embedded-postgres.ts'
import { clearUnfinishedDemo, marked } from './db/unfinished-demo.ts'
import { metricsServer } from './http/metrics-server.ts'
import { mountScreens } from './http/screens.ts'
import { startJobs } from './jobs/graphile-job-queue.ts'
import { jobs } from './jobs.ts'
import { systemClock } from './kernel/clock.ts'
import { openLog } from './log.ts'
import { openServer } from './open-server.ts'
import { type OpenedWorld, openWorld } from './open-world.ts'
import { inviteFirstPerson } from './people/public.ts'
import { BadSettings, readSettings, type Settings } from './settings.ts'
import { openTracing, type Tracing } from './tracing.ts'

// api/src and the bundle's api/dist lie equally deep.
const root = resolve(import.meta.dirname, '../..')
/** How long running requests may take once the server is asked to stop. */
const lastRequestsSeconds = 15

type Step = () => Promise<unknown>

/** What was opened, to be closed in the opposite order. */
const opened: Step[] = []
let stopping: Promise<void> | null = null

async function start(): Promise<void> {
  const given = readSettings(process.env)
  const settings = { ...given, dataFolder: resolve(root, given.dataFolder) }
  const log = openLog(settings.production ? settings.logLevel : quietUnlessAsked(settings))
  const databaseUrl = await openDatabaseServer(settings)
  if (!settings.production && (await clearUnfinishedDemo(databaseUrl))) {
    say('The last start ended before the demo town was whole; it is made again.')
  }
  await applyMigrations(databaseUrl, { migrationsFolder: resolve(root, 'prisma/migrations') })
  const world = await openWorld(settings, { databaseUrl, clock: systemClock, log })
  opened.push(() => world.close())
  const signIns = settings.production ? await refuseDemoTown(world) : await makeDemoTown(world)
  const tracing = await traceIfAsked(settings)
  const runner = await startJobs(world, jobs, tracing?.around)
  opened.push(() => runner.stop())
  const server = await openServer(world, {
    databaseUrl,
    openapiFile: resolve(root, 'openapi.json'),
    ...(tracing && { watch: [tracing.watch] }),
    mountScreens: (app) =>
      mountScreens(app, { workers: resolve(root, 'worker-ui/dist'), office: resolve(root, 'admin-ui/dist') }),
  })
  opened.push(() => server.close(lastRequestsSeconds))
  await listen(server.server, settings.port, settings.host)
  if (server.metrics && settings.metricsPort !== null) {
    const metrics = metricsServer(server.metrics)
    await listen(metrics, settings.metricsPort, settings.host)
    opened.push(async () => void metrics.close())
  }
  const { port } = server.server.address() as AddressInfo
  tell(settings, port, signIns)
  if (settings.production) await tellFirstPerson(world)
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((ready, fail) => {
    server.once('error', fail)
    server.listen(port, host, ready)
  })
}

async function traceIfAsked({ otlpEndpoint }: Settings): Promise<Tracing | null> {
  if (otlpEndpoint === null) return null
  const tracing = await openTracing(otlpEndpoint)
  opened.push(() => tracing.close())
  return tracing
}

async function openDatabaseServer(settings: Settings): Promise<string> {
  if (settings.databaseUrl !== null) return settings.databaseUrl
  const embedded = await startEmbeddedPostgres({ dataFolder: settings.dataFolder, log: say })
  opened.push(() => embedded.stop())
  return embedded.url
}

/** On a terminal the lines of a trial run should stay readable; LOG_LEVEL brings the rest. */
function quietUnlessAsked(settings: Settings): string {
  return process.env.LOG_LEVEL === undefined ? 'warn' : settings.logLevel
}

/** A house that was tried out first would be open to everybody who knows the demo. */
async function refuseDemoTown(world: OpenedWorld): Promise<never[]> {
  const { demoPeopleAreHere } = await import('../../prisma/seed/demo-town.ts')
  if (await demoPeopleAreHere(world)) {
    throw new BadSettings([
      'DATABASE_URL names a database with the demo town in it, whose password everybody knows; give an empty one',
    ])
  }
  return []
}

/** Fills an empty database with a town to try things out in; answers how to sign in to it, also later. */
async function makeDemoTown(world: OpenedWorld): Promise<DemoSignIn[]> {
  const { seedDemoTown } = await import('../../prisma/seed/demo-town.ts')
  if ((await world.db.rows.person.count()) > 0) return seedDemoTown(world)
  say('Making a demo town with an order half-way through (once) …')
  return marked(world.db, () => seedDemoTown(world))
}

function tell(settings: Settings, port: number, signIns: readonly DemoSignIn[]): void {
  const base = settings.publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port}`
  say('')
  say(`Tsumugi is ready.`)
  say(`  Workers and directors      ${base}/`)
  say(`  Office, clients and others ${base}/office/`)
  const [first] = signIns
  if (first) {
    say('')
    say(`Sign in to the demo town with the password ${first.password} as`)
    const width = Math.max(...signIns.map(({ email }) => email.length))
    for (const { email, name, role } of signIns) say(`  ${email.padEnd(width)}  ${role}, ${name}`)
  }
  say('')
}

/** Without the demo town nobody could sign in to a new installation: the first link stands here. */
async function tellFirstPerson(world: OpenedWorld): Promise<void> {
  if ((await world.db.rows.person.count()) > 0) return
  const { firstOfficeEmail, publicUrl } = world.settings
  if (firstOfficeEmail === null) {
    say(
      'Nobody is registered yet. Start once with FIRST_OFFICE_EMAIL set to the address of the first person of the office.',
    )
    return
  }
  const token = await inviteFirstPerson(world, firstOfficeEmail)
  if (token === null) return
  say(`Nobody is registered yet. ${firstOfficeEmail} becomes the first person of the office with this link, once:`)
  say(`  ${publicUrl?.replace(/\/+$/, '')}/office/invitation/${token}`)
}

function say(line: string): void {
  console.log(line === '' ? '' : `  ${line}`)
}

function stop(): Promise<void> {
  stopping ??= closeAll()
  return stopping
}

async function closeAll(): Promise<void> {
  for (const close of opened.reverse()) {
    try {
      await close()
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    }
  }
}

function plainly(error: unknown): string {
  if (error instanceof BadSettings || error instanceof DatabaseTrouble) return error.message
  const { code, port } = error as { code?: unknown; port?: number }
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that program, or start Tsumugi with another PORT, such as PORT=3001 npm start.`
  }
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be opened by this user. Choose a PORT above 1023.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') {
    return 'The database named in DATABASE_URL does not answer. Look whether it runs and whether the address is right.'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stop().then(() => process.exit()))
}
try {
  await start()
} catch (error) {
  console.error(`\n${plainly(error)}`)
  await stop()
  process.exit(1)
}
