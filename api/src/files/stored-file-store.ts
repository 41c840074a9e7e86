import type { Rows, Tx } from '../db/database.ts'
import type { DerivativeKind } from '../db/generated/enums.ts'
import { newId } from '../kernel/ids.ts'
import type { KeptFile } from './file-store.ts'

/** Bytes that lie in the file store, with what they are. */
export interface FileToRecord extends KeptFile {
  contentType: string
}

/** Records kept bytes as StoredFile rows, one per sha256 whoever brings them; gives each sha256 its row's id. */
export async function recordStoredFiles(
  tx: Tx,
  files: readonly FileToRecord[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  // In one order for everybody: two uploads with the same files never wait for each other in a circle.
  const sorted = [...files].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  await tx.rows.storedFile.createMany({
    data: sorted.map(({ sha256, bytes, contentType }) => ({
      id: newId(),
      sha256,
      bytes: BigInt(bytes),
      contentType,
      createdAt: at,
    })),
    skipDuplicates: true,
  })
  const rows = await tx.rows.storedFile.findMany({
    where: { sha256: { in: sorted.map(({ sha256 }) => sha256) } },
    select: { id: true, sha256: true },
  })
  return new Map(rows.map(({ id, sha256 }) => [sha256, id]))
}

/** Records one file and gives its row's id. */
export async function recordStoredFile(tx: Tx, file: FileToRecord, at: Date): Promise<string> {
  const ids = await recordStoredFiles(tx, [file], at)
  return ids.get(file.sha256) as string
}

/** Records pictures made from stored ones; one that is there already stays. */
export async function recordDerivatives(
  tx: Tx,
  derivatives: readonly { fileId: string; kind: DerivativeKind; file: FileToRecord }[],
): Promise<void> {
  const sorted = [...derivatives].sort((a, b) => (a.fileId < b.fileId ? -1 : 1))
  await tx.rows.fileDerivative.createMany({
    data: sorted.map(({ fileId, kind, file }) => ({
      fileId,
      kind,
      sha256: file.sha256,
      bytes: BigInt(file.bytes),
      contentType: file.contentType,
    })),
    skipDuplicates: true,
  })
}

/** Those of the files that some row speaks of. */
export async function recordedAmong(rows: Rows, sha256s: string[]): Promise<ReadonlySet<string>> {
  const where = { sha256: { in: sha256s } }
  const select = { sha256: true }
  const stored = await rows.storedFile.findMany({ where, select })
  const derived = await rows.fileDerivative.findMany({ where, select })
  return new Set([...stored, ...derived].map(({ sha256 }) => sha256))
}
