import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup says of itself; written last, so that a folder without it is no backup. */
const manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Every migration the database had, in order. */
  migrations: z.array(z.string()).min(1),
  /** In the order in which foreign keys allow them to be read back. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256 })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.int().nullable() })),
  files: z.array(z.object({ sha256, bytes: z.int() })),
})
export type Manifest = z.infer<typeof manifest>

export const manifestName = 'manifest.json'
/** The rows of a table, as PostgreSQL's COPY writes them. */
export const tablePath = (folder: string, table: string) => join(folder, 'tables', `${table}.copy`)
export const filePath = (folder: string, hash: string) => join(folder, 'files', hash.slice(0, 2), hash)

/** A backup that cannot be trusted, or a place it must not go to; said in plain words. */
export class BackupTrouble extends Error {}

/** Reads a backup's manifest. @throws BackupTrouble when there is none or it is none of ours */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => {
    throw new BackupTrouble(`${folder} has no ${manifestName}: it is no backup, or one that was not finished.`)
  })
  const parsed = manifest.safeParse(JSON.parse(text))
  if (!parsed.success) throw new BackupTrouble(`${join(folder, manifestName)} is not a manifest this version can read.`)
  return parsed.data
}

/** Goes through every byte of a backup. @throws BackupTrouble at the first file that is not as it was written */
export async function verifyBackup(folder: string, { tables, files }: Manifest): Promise<void> {
  const expected = [
    ...tables.map((table) => ({ path: tablePath(folder, table.name), sha256: table.sha256 })),
    ...files.map((file) => ({ path: filePath(folder, file.sha256), sha256: file.sha256 })),
  ]
  for (const { path, sha256: hash } of expected) {
    const found = await hashOf(path).catch(() => null)
    if (found !== hash) throw new BackupTrouble(`${path} is ${found === null ? 'missing' : 'damaged'}.`)
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
