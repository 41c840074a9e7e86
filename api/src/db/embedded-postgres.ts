import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { DatabaseTrouble } from './database-trouble.ts'
import { joinUsers, withFileLock } from './folder-lock.ts'
import { canReach, giveTo, type PostgresAccount, postgresAccount } from './postgres-account.ts'
import { type PostgresBinaries, postgresBinaries, runProgram } from './postgres-binaries.ts'
import { portOfRunningServer } from './postgres-running.ts'
import { type PostgresSettings, serverSettings, settingsFile } from './postgres-settings.ts'

const majorVersion = '18'
const databaseName = 'tsumugi'

/** What to start and where. */
export interface EmbeddedPostgresOptions {
  /** Holds everything: `postgres/` (the cluster), `postgres-password` (mode 0600), `postgres.log`. Made when missing. */
  dataFolder: string
  /** Told in plain words what goes on; quiet when left out. */
  log?: (line: string) => void
  /** Settings of the server on top of ours, such as `{ fsync: 'off' }` for a cluster that is thrown away. */
  settings?: PostgresSettings
}

/** A server that answers. */
export interface EmbeddedPostgres {
  /** Of the database `tsumugi`, as superuser, with the password in it. */
  url: string
  /** Stops the server unless another process still uses it. */
  stop(): Promise<void>
}

interface House {
  /** Holds `cluster`; the data folder, or one outside when the server's user cannot get to that. */
  place: string
  cluster: string
  logFile: string
  account: PostgresAccount | null
  password: string
  settings: PostgresSettings
  log: (line: string) => void
}

async function passwordIn(place: string, cluster: string): Promise<string> {
  const file = join(place, 'postgres-password')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept) return kept.trim()
  if (await stat(cluster).catch(() => null)) {
    throw new DatabaseTrouble(
      `The password of the database in ${cluster} is gone: ${file} cannot be read. ` +
        'Put that file back from a backup, or move the database folder away to begin with an empty one.',
    )
  }
  const made = randomBytes(24).toString('hex')
  await writeFile(file, `${made}\n`, { mode: 0o600 })
  return made
}

async function prepare(options: EmbeddedPostgresOptions): Promise<House> {
  const home = resolve(options.dataFolder)
  const log = options.log ?? (() => undefined)
  let account = await postgresAccount(join(home, 'postgres'))
  let place = home
  if (!(await canReach(account, home))) {
    const mark = createHash('sha256').update(home).digest('hex').slice(0, 8)
    place = join('/var/lib/tsumugi', `${basename(dirname(home))}-${mark}`)
    account = await postgresAccount(join(place, 'postgres'))
    log(`PostgreSQL's user cannot get to ${home} (a folder above it is closed), so the database is kept in ${place}.`)
  }
  await mkdir(place, { recursive: true })
  const cluster = join(place, 'postgres')
  const password = await passwordIn(place, cluster)
  return {
    place,
    cluster,
    logFile: join(place, 'postgres.log'),
    account,
    password,
    settings: options.settings ?? {},
    log,
  }
}

async function makeCluster(house: House, binaries: PostgresBinaries): Promise<void> {
  for (const name of await readdir(house.place)) {
    if (name.startsWith('postgres-making-')) await rm(join(house.place, name), { recursive: true, force: true })
  }
  house.log('Making an empty database (once; about two seconds) …')
  // Made aside and then renamed, so that a start killed half-way leaves nothing that looks like a database.
  const making = await mkdtemp(join(house.place, 'postgres-making-'))
  const cluster = join(making, 'cluster')
  const passwordFile = join(making, 'password')
  await writeFile(passwordFile, house.password, { mode: 0o600 })
  await giveTo(house.account, making)
  await giveTo(house.account, passwordFile)
  const args = ['-D', cluster, '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8']
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions')
  if (house.settings.fsync === 'off') args.push('--no-sync')
  await runProgram(binaries.initdb, args, house.account).catch((error: Error) => {
    throw new DatabaseTrouble(`An empty database could not be made in ${house.place}:\n${error.message}`)
  })
  await rename(cluster, house.cluster)
  await rm(making, { recursive: true, force: true })
}

async function checkVersion(cluster: string): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (version === majorVersion) return
  throw new DatabaseTrouble(
    `The database in ${cluster} was made by PostgreSQL ${version}; this version of Tsumugi brings ${majorVersion}. ` +
      `Dump it with PostgreSQL ${version}, move the folder away, start once, and load the dump.`,
  )
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

async function lastLogLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-12).join('\n')
}

async function openLog(house: House): Promise<void> {
  const size = (await stat(house.logFile).catch(() => null))?.size ?? 0
  if (size > 10_000_000) await rename(house.logFile, `${house.logFile}.before`)
  await (await open(house.logFile, 'a', 0o640)).close()
  await giveTo(house.account, house.logFile)
}

async function startServer(house: House, binaries: PostgresBinaries): Promise<number> {
  await openLog(house)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const conf = join(house.cluster, 'postgresql.conf')
    await writeFile(conf, settingsFile(serverSettings(port, house.settings)))
    await giveTo(house.account, conf)
    const args = ['start', '-D', house.cluster, '-w', '-s', '-t', '120', '-l', house.logFile]
    const failed = await runProgram(binaries.pgCtl, args, house.account).then(
      () => null,
      (error: Error) => error,
    )
    if (!failed) return port
    const lines = await lastLogLines(house.logFile)
    // A port taken in between, or children of a killed server that are still on their way out: both pass.
    const passing = /could not bind|pre-existing shared memory|could not create any TCP/.test(lines)
    if (!passing || attempt === 10) {
      throw new DatabaseTrouble(
        `PostgreSQL did not start. ${failed.message}\nThe last lines of ${house.logFile}:\n${lines}`,
      )
    }
    await pause(300)
  }
}

async function makeDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (!rowCount) await client.query(`CREATE DATABASE ${databaseName}`)
  } finally {
    await client.end()
  }
}

async function stopServer(cluster: string, account: PostgresAccount | null, binaries: PostgresBinaries): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    runProgram(binaries.pgCtl, ['stop', '-D', cluster, '-m', mode, '-w', '-s', '-t', `${seconds}`], account)
  await stop('fast', 30).catch(async (error: Error) => {
    if (!/PID file .* does not exist|No such process/.test(error.message)) await stop('immediate', 10)
  })
}

/**
 * Starts the PostgreSQL that comes with the packages, on 127.0.0.1 at a free port, with its data below `dataFolder`.
 * Makes the cluster when there is none, uses a server that runs already (left by a killed process, or started by
 * another one), and recovers after a crash. Throws errors that say in plain words what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataFolder, { recursive: true })
  const home = resolve(options.dataFolder)
  const lockFile = join(home, 'postgres.lock')
  const usersFolder = join(home, 'postgres-users')
  return withFileLock(lockFile, async () => {
    const house = await prepare(options)
    const binaries = await postgresBinaries(house.account, house.place)
    const urlAt = (port: number, database: string) =>
      `postgresql://postgres:${house.password}@127.0.0.1:${port}/${database}`
    let port = await portOfRunningServer(house.cluster, (at) => urlAt(at, 'postgres'))
    if (port === null) {
      await rm(usersFolder, { recursive: true, force: true })
      if (!(await stat(house.cluster).catch(() => null))) await makeCluster(house, binaries)
      await checkVersion(house.cluster)
      port = await startServer(house, binaries)
    } else {
      house.log('Using the PostgreSQL that runs already.')
    }
    const users = await joinUsers(usersFolder)
    await makeDatabase(urlAt(port, 'postgres'))
    return {
      url: urlAt(port, databaseName),
      stop: () =>
        withFileLock(lockFile, async () => {
          if ((await users.leave()) === 'last') await stopServer(house.cluster, house.account, binaries)
        }),
    }
  })
}

/** Stops the server of this data folder whoever uses it, and answers whether there was one; for clusters that are thrown away. */
export async function stopEmbeddedPostgres({ dataFolder }: { dataFolder: string }): Promise<boolean> {
  const home = resolve(dataFolder)
  const cluster = join(home, 'postgres')
  if (!(await stat(join(cluster, 'postmaster.pid')).catch(() => null))) return false
  const account = await postgresAccount(cluster)
  await stopServer(cluster, account, await postgresBinaries(account, home))
  return true
}
