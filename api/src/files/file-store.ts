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
  /** Lends a kept file as a path on this machine, for readers that need to seek; for the time of `work` only. */
  withPath<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T>
  /** Forgets files that last arrived before `arrivedBefore` and that `isWanted` does not want; gives their number. */
  forget(arrivedBefore: Date, isWanted: (sha256s: string[]) => Promise<ReadonlySet<string>>): Promise<number>
}

/** The stream went past its limit. */
export class FileTooLarge extends Error {}
