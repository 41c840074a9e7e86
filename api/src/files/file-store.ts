import type { Readable } from 'node:stream'

/** Bytes kept, by their sha256. */
export interface KeptFile {
  sha256: string
  bytes: number
}

/** One piece of an upload that has arrived whole and is not part of it yet. */
export interface StagedPiece {
  bytes: number
  /**
   * Makes it the upload's bytes from `from` on; whatever lay there from a try that was never recorded is gone.
   * The caller holds the upload's row, so that never two pieces are laid at once.
   */
  layAt(uploadId: string, from: number): Promise<void>
  /** Removes what was not laid. */
  drop(): Promise<void>
}

/** Where files lie. Content-addressed: the same bytes are kept once; nothing kept is ever changed. */
export interface FileStore {
  /**
   * Streams bytes in, hashing on the way; constant memory, no half file stays behind.
   * @throws FileTooLarge beyond `limitBytes`
   */
  keep(source: Readable, limitBytes: number): Promise<KeptFile>
  /** Reads a kept file, whole or a half-open byte range. */
  open(sha256: string, range?: ByteRange): Readable
  bytesOf(sha256: string): Promise<number | null>
  /** Lends a kept file as a path on this machine, for readers that need to seek; for the time of `work` only. */
  withPath<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T>
  /** Takes in one piece of an upload, all of it or nothing. @throws FileTooLarge beyond `limitBytes` */
  stage(source: Readable, limitBytes: number): Promise<StagedPiece>
  /**
   * Keeps the file an upload's pieces make, which nobody lays any more; its name comes from the bytes as they lie.
   * @throws PiecesMissing unless they make exactly `bytes`
   */
  join(uploadId: string, bytes: number): Promise<KeptFile>
  dropPieces(uploadId: string): Promise<void>
  /** Forgets files that last arrived before `arrivedBefore` and that `isWanted` does not want; gives their number. */
  forget(arrivedBefore: Date, isWanted: (sha256s: string[]) => Promise<ReadonlySet<string>>): Promise<number>
  /** Forgets the pieces of uploads that `isWanted` does not want; gives the number of uploads. */
  forgetPieces(isWanted: (uploadIds: string[]) => Promise<ReadonlySet<string>>): Promise<number>
}

/** Half-open: `to` is the first byte that is not meant. */
export interface ByteRange {
  from: number
  to: number
}

/**
 * Lets one after the other do something to the same file, over all processes: giving bytes their name, and taking
 * unwanted ones away. Otherwise bytes that arrive anew just then would be taken away with the old ones.
 */
export type InTurn = <T>(sha256: string, work: () => Promise<T>) => Promise<T>

/** The stream went past its limit. */
export class FileTooLarge extends Error {}

/** Pieces of an upload that were laid are gone. */
export class PiecesMissing extends Error {}
