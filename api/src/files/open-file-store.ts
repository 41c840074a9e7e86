import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { openDiskFileStore } from './disk-file-store.ts'
import type { FileStore, InTurn } from './file-store.ts'

/** Opens the store the settings name. */
export async function openFileStore(settings: Settings, inTurn: InTurn): Promise<FileStore> {
  if (settings.s3 === null) return openDiskFileStore(join(settings.dataFolder, 'files'), inTurn)
  // Loaded only where it is used: the client is large.
  const { openS3FileStore } = await import('./s3-file-store.ts')
  return openS3FileStore(settings.s3, join(settings.dataFolder, 'lent'), inTurn)
}
