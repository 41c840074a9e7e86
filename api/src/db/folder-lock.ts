import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseTrouble } from './database-trouble.ts'

/** Whether a process of this number lives; another user's process counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const lockMinutesMax = 3

async function breakStaleLock(file: string): Promise<void> {
  const held = await readFile(file, 'utf8').catch(() => null)
  if (held === null) return
  const pid = Number(held.split(' ')[0])
  const age = performance.timeOrigin + performance.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? 0)
  // A container that was killed starts again with the same process numbers, so an old lock is stale even when its number lives.
  if (pid > 0 ? isAlive(pid) && age < lockMinutesMax * 60_000 : age < 5_000) return
  const aside = `${file}.${randomUUID()}`
  await rename(file, aside).catch(() => undefined)
  await rm(aside, { force: true })
}

/** Runs `work` while no other process runs something under the same lock file. A lock left by a killed process is broken. */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + lockMinutesMax * 60_000
  for (;;) {
    const lock = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    if (lock) {
      await lock.writeFile(`${process.pid} ${randomUUID()}`)
      await lock.close()
      break
    }
    if (performance.now() > until)
      throw new DatabaseTrouble(`Another process has been holding ${file} for ${lockMinutesMax} minutes.`)
    await breakStaleLock(file)
    await pause(30)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

/** Notes in `folder` that this process uses something shared; `leave` answers whether somebody else still does. */
export async function joinUsers(folder: string): Promise<{ leave(): Promise<'last' | 'others'> }> {
  await mkdir(folder, { recursive: true })
  const mine = `${process.pid}-${randomUUID()}`
  await writeFile(join(folder, mine), '')
  return {
    async leave() {
      await rm(join(folder, mine), { force: true })
      let others = 0
      for (const name of await readdir(folder).catch(() => [])) {
        if (isAlive(Number(name.split('-')[0]))) others++
        else await rm(join(folder, name), { force: true })
      }
      return others > 0 ? 'others' : 'last'
    },
  }
}
