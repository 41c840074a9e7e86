/** Did the disk or the object store fail, and not what the sender sent? */
export function isStoreTrouble(error: unknown): boolean {
  return error instanceof Error && ('syscall' in error || '$metadata' in error)
}

const diskIsFull: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const objectStoreIsFull: ReadonlySet<string> = new Set(['QuotaExceeded', 'InsufficientStorage', 'XMinioStorageFull'])

/** Is there no room left to keep files: a full disk, a quota, a full object store? */
export function isOutOfRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } }
  if (typeof code === 'string' && diskIsFull.has(code)) return true
  return $metadata !== undefined && ($metadata.httpStatusCode === 507 || objectStoreIsFull.has(error.name))
}
