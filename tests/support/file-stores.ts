import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openDiskFileStore } from '../../api/src/files/disk-file-store.ts'
import type { FileStore, InTurn } from '../../api/src/files/file-store.ts'
import { openS3FileStore } from '../../api/src/files/s3-file-store.ts'
import { openS3Double } from './s3-double.ts'

/** A file store to try, with a look behind its door. */
export interface TriedStore {
  store: FileStore
  /** The names of everything that lies there, whole, half or lent. */
  everything(): Promise<string[]>
  /** Makes a kept file as old as if it had arrived then. */
  arrivedAt(sha256: string, at: Date): Promise<void>
  close(): Promise<void>
}

/** Both kinds of store, each opened empty. */
export const fileStores: { kind: string; open: (inTurn: InTurn) => Promise<TriedStore> }[] = [
  { kind: 'disk', open: openDisk },
  { kind: 's3', open: openS3 },
]

/** The lock between processes, for tests that have one process and no database. */
export function inTurnHere(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return (sha256, work) => {
    const turn = (last.get(sha256) ?? Promise.resolve()).then(work, work)
    last.set(sha256, turn)
    return turn
  }
}

async function openDisk(inTurn: InTurn): Promise<TriedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'tsumugi-files-'))
  return {
    store: await openDiskFileStore(folder, inTurn),
    everything: () => filesBelow(folder),
    arrivedAt: (sha256, at) => utimes(join(folder, sha256.slice(0, 2), sha256), at, at),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

async function openS3(inTurn: InTurn): Promise<TriedStore> {
  const double = await openS3Double()
  const lent = await mkdtemp(join(tmpdir(), 'tsumugi-lent-'))
  return {
    store: await openS3FileStore(double.settings, lent, inTurn),
    everything: async () => [...(await double.objects()).map(({ key }) => basename(key)), ...(await filesBelow(lent))],
    async arrivedAt(sha256, at) {
      const object = (await double.objects()).find(({ key }) => key.endsWith(sha256))
      if (!object) throw new Error(`${sha256} is not there`)
      await utimes(object.path, at, at)
    },
    async close() {
      await double.close()
      await rm(lent, { recursive: true, force: true })
    },
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}
