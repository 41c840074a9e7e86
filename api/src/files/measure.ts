import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { FileTooLarge, type KeptFile } from './file-store.ts'

/** A stage of a pipeline that counts what flows through and breaks it off beyond `limitBytes`. */
export function limit(
  limitBytes: number,
  look: (chunk: Buffer) => unknown = () => {},
): { stage: Transform; counted: () => number } {
  let bytes = 0
  const stage = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length
      if (bytes > limitBytes) {
        next(new FileTooLarge())
        return
      }
      look(chunk)
      next(null, chunk)
    },
  })
  return { stage, counted: () => bytes }
}

/** The same, and hashes. */
export function measure(limitBytes: number): { stage: Transform; measured: () => KeptFile } {
  const hash = createHash('sha256')
  const { stage, counted } = limit(limitBytes, (chunk) => hash.update(chunk))
  return { stage, measured: () => ({ sha256: hash.digest('hex'), bytes: counted() }) }
}
