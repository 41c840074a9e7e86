import type { Readable } from 'node:stream'

/** Bytes kept, by their sha256. */
export interface KeptFile {
  sha256: string
  bytes: number
}

/** Where files lie. Content-addressed: the same bytes are kept once; nothing kept is ever changed. */
export interface FileStore {
  /**
   * Streams bytes in, hashing on the way; constant memory, no half file stays behind.
   * @throws FileTooLarge beyond `limitBytes`
   */
  keep(source: Readable, limitBytes: number): Promise<KeptFile>
  /** Reads a kept file, whole or a half-open byte range. */
  open(sha256: string, range?: { from: number; to: number }): Readable
  bytesOf(sha256: string): Promise<number | null>
}

/** The stream went past its limit. */
export class FileTooLarge extends Error {}
