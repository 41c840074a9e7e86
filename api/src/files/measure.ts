import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { FileTooLarge, type KeptFile } from './file-store.ts'

/** A stage of a pipeline that counts and hashes what flows through, and breaks it off beyond `limitBytes`. */
export function measure(limitBytes: number): { stage: Transform; measured: () => KeptFile } {
  const hash = createHash('sha256')
  let bytes = 0
  const stage = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length
      if (bytes > limitBytes) {
        next(new FileTooLarge())
        return
      }
      hash.update(chunk)
      next(null, chunk)
    },
  })
  return { stage, measured: () => ({ sha256: hash.digest('hex'), bytes }) }
}
