import { execFile } from 'node:child_process'
import { readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { DatabaseTrouble } from './database-trouble.ts'
import { isAlive } from './folder-lock.ts'

const recoverySecondsMax = 120

async function programOf(pid: number): Promise<string> {
  // "1234 (postgres) S …": a Z means it ended and nobody has collected it, as happens in containers without an init.
  const linux = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (linux !== null) return /\) Z /.test(linux) ? 'ended' : linux
  const listed = await promisify(execFile)('ps', ['-p', `${pid}`, '-o', 'comm=']).catch(() => null)
  return listed?.stdout ?? 'postgres' // Without a way to ask, believe the file.
}

type Answer = 'ours' | 'somebody else’s' | 'refused' | 'not yet'

async function ask(url: string, cluster: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`)
    return (await realpath(rows[0]?.folder ?? '')) === (await realpath(cluster)) ? 'ours' : 'somebody else’s'
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '28P01') {
      throw new DatabaseTrouble(
        `The PostgreSQL of ${cluster} runs, but does not take the password kept in the file postgres-password. ` +
          'Put the right file back, or move the database folder away to begin with an empty one.',
      )
    }
    return code === 'ECONNREFUSED' ? 'refused' : 'not yet'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * The port of the server that runs on this cluster, or `null` when none does. Waits for one that is still recovering,
 * and removes the note of a server that was killed when its process number now belongs to another program.
 */
export async function portOfRunningServer(cluster: string, urlAt: (port: number) => string): Promise<number | null> {
  const noteFile = join(cluster, 'postmaster.pid')
  const until = performance.now() + recoverySecondsMax * 1_000
  for (;;) {
    const note = await readFile(noteFile, 'utf8').catch(() => null)
    if (note === null) return null
    const lines = note.split('\n')
    const pid = Number(lines[0])
    const port = Number(lines[3])
    if (!(pid > 0) || !isAlive(pid)) return null // PostgreSQL clears the stale file itself.
    const answer = port > 0 ? await ask(urlAt(port), cluster) : 'not yet'
    if (answer === 'ours') return port
    if (answer !== 'not yet' && !(await programOf(pid)).includes('postgres')) {
      await rm(noteFile, { force: true })
      return null
    }
    if (performance.now() > until) {
      throw new DatabaseTrouble(
        `The PostgreSQL of ${cluster} (process ${pid}) runs but does not answer. Stop it and start again.`,
      )
    }
    await pause(50)
  }
}
