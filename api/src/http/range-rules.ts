/** What of a file somebody asks for. `to` is the first byte that is not meant. */
export type Asked = 'whole' | 'unsatisfiable' | { from: number; to: number }

/**
 * Reads a `Range` header against a file's length (RFC 9110, 14.2). A header of another unit, of several ranges or of no
 * sense is passed over; one that lies beyond the end cannot be satisfied.
 * @param ifRange the range holds only for the bytes of this tag; for others the whole file is meant
 */
export function askedRange(header: string | undefined, file: { bytes: number; etag: string }, ifRange?: string): Asked {
  if (header === undefined || (ifRange !== undefined && ifRange !== file.etag)) return 'whole'
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (!match) return 'whole'
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const count = Number(last)
    return count === 0 || file.bytes === 0 ? 'unsatisfiable' : { from: Math.max(0, file.bytes - count), to: file.bytes }
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return 'whole'
  if (from >= file.bytes) return 'unsatisfiable'
  return { from, to: last === '' ? file.bytes : Math.min(file.bytes, Number(last) + 1) }
}
