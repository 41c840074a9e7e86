// The records a zip is made of (PKWARE APPNOTE 6.3.10). Sizes above 4 GiB and more than 65,535 files use its zip64 form.

/** One finished file of a zip. */
export interface ZipEntry {
  path: Buffer
  /** Where its local header stands. */
  offset: number
  crc: number
  compressedBytes: number
  bytes: number
  /** Sizes follow the data in a descriptor instead of standing in the local header. */
  streamed: boolean
}

/** Date and time as a zip writes them: without a zone, in steps of two seconds. */
export interface ZipTime {
  date: number
  time: number
}

const max32 = 0xffff_ffff
const max16 = 0xffff
/** Names are UTF-8. */
const utf8 = 0x0800
const descriptorFollows = 0x0008
const deflated = 8

/** Reads a date's UTC fields: hand over an instant already moved to the zone to be shown. */
export function zipTime(shown: Date): ZipTime {
  const date = ((shown.getUTCFullYear() - 1980) << 9) | ((shown.getUTCMonth() + 1) << 5) | shown.getUTCDate()
  const time = (shown.getUTCHours() << 11) | (shown.getUTCMinutes() << 5) | (shown.getUTCSeconds() >> 1)
  return { date, time }
}

/** Stands before a file's data. Of a streamed one the sizes are not known yet. */
export function localHeader(entry: Omit<ZipEntry, 'offset'>, { date, time }: ZipTime): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(utf8 | (entry.streamed ? descriptorFollows : 0), 6)
  head.writeUInt16LE(deflated, 8)
  head.writeUInt16LE(time, 10)
  head.writeUInt16LE(date, 12)
  if (!entry.streamed) {
    head.writeUInt32LE(entry.crc, 14)
    head.writeUInt32LE(entry.compressedBytes, 18)
    head.writeUInt32LE(entry.bytes, 22)
  }
  head.writeUInt16LE(entry.path.length, 26)
  return Buffer.concat([head, entry.path])
}

/** Stands behind a streamed file's data. */
export function dataDescriptor({ crc, compressedBytes, bytes }: ZipEntry): Buffer {
  const large = compressedBytes >= max32 || bytes >= max32
  const tail = Buffer.alloc(large ? 24 : 16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  if (large) {
    tail.writeBigUInt64LE(BigInt(compressedBytes), 8)
    tail.writeBigUInt64LE(BigInt(bytes), 16)
  } else {
    tail.writeUInt32LE(compressedBytes, 8)
    tail.writeUInt32LE(bytes, 12)
  }
  return tail
}

/** The file's line in the directory at the end of the zip. */
export function directoryRecord(entry: ZipEntry, { date, time }: ZipTime): Buffer {
  const wide = [entry.bytes, entry.compressedBytes, entry.offset].filter((value) => value >= max32)
  const extra = Buffer.alloc(wide.length > 0 ? 4 + 8 * wide.length : 0)
  if (wide.length > 0) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(8 * wide.length, 2)
    wide.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index))
  }
  const record = Buffer.alloc(46)
  record.writeUInt32LE(0x02014b50, 0)
  // made by: unix, so that the permissions below are understood
  record.writeUInt16LE((3 << 8) | 45, 4)
  record.writeUInt16LE(wide.length > 0 ? 45 : 20, 6)
  record.writeUInt16LE(utf8 | (entry.streamed ? descriptorFollows : 0), 8)
  record.writeUInt16LE(deflated, 10)
  record.writeUInt16LE(time, 12)
  record.writeUInt16LE(date, 14)
  record.writeUInt32LE(entry.crc, 16)
  record.writeUInt32LE(Math.min(entry.compressedBytes, max32), 20)
  record.writeUInt32LE(Math.min(entry.bytes, max32), 24)
  record.writeUInt16LE(entry.path.length, 28)
  record.writeUInt16LE(extra.length, 30)
  record.writeUInt32LE((0o100644 << 16) >>> 0, 38)
  record.writeUInt32LE(Math.min(entry.offset, max32), 42)
  return Buffer.concat([record, entry.path, extra])
}

/** Ends the zip: says where the directory stands and how much is in it. */
export function zipEnd(directory: { entries: number; offset: number; bytes: number }): Buffer {
  const { entries, offset, bytes } = directory
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries, max16), 8)
  end.writeUInt16LE(Math.min(entries, max16), 10)
  end.writeUInt32LE(Math.min(bytes, max32), 12)
  end.writeUInt32LE(Math.min(offset, max32), 16)
  if (entries < max16 && offset < max32 && bytes < max32) return end
  const wide = Buffer.alloc(56)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeUInt16LE((3 << 8) | 45, 12)
  wide.writeUInt16LE(45, 14)
  wide.writeBigUInt64LE(BigInt(entries), 24)
  wide.writeBigUInt64LE(BigInt(entries), 32)
  wide.writeBigUInt64LE(BigInt(bytes), 40)
  wide.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([wide, locator, end])
}
