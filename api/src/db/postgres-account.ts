import { execFile } from 'node:child_process'
import { chown, stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { DatabaseTrouble } from './database-trouble.ts'

const run = promisify(execFile)

/** The user PostgreSQL runs as when this process is root; PostgreSQL refuses to run as root. */
export interface PostgresAccount {
  uid: number
  gid: number
}

async function lookUp(name: string): Promise<PostgresAccount | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

async function createUser(name: string): Promise<PostgresAccount | null> {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', name]], // BusyBox, as in Alpine
  ]
  for (const [command, args] of ways) {
    await run(command, args).catch(() => undefined)
    const account = await lookUp(name)
    if (account) return account
  }
  return null
}

/**
 * Says which user the server must run as: `null` means "as we are" (an ordinary user, or Windows).
 * A cluster that exists keeps its owner, so that changing from one user to root does not lock anybody out.
 */
export async function postgresAccount(clusterFolder: string): Promise<PostgresAccount | null> {
  const us = process.getuid?.()
  const owner = await stat(clusterFolder).catch(() => null)
  if (us === undefined) return null
  if (us !== 0) {
    if (owner && owner.uid !== us) {
      throw new DatabaseTrouble(
        `The database folder ${clusterFolder} belongs to user number ${owner.uid}, and this process runs as ${us}. ` +
          `Start as the same user as before, or give the folder over: sudo chown -R ${us} ${clusterFolder}`,
      )
    }
    return null
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const account = (await lookUp('postgres')) ?? (await createUser('tsumugi-postgres')) ?? (await lookUp('nobody'))
  if (!account) {
    throw new DatabaseTrouble(
      'PostgreSQL does not run as root, and no other user could be found or made for it. ' +
        'Start as an ordinary user, or name a database of your own in DATABASE_URL.',
    )
  }
  return account
}

/** Gives a file or folder to the server's user; nothing to do when there is none. */
export async function giveTo(account: PostgresAccount | null, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

/** Whether the server's user can get to this folder; a home of mode 700 further up stops it. */
export async function canReach(account: PostgresAccount | null, folder: string): Promise<boolean> {
  if (!account) return true
  const tried = run('/bin/sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/' })
  return tried.then(
    () => true,
    () => false,
  )
}
