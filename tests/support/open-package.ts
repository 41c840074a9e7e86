import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { downloadDelivery } from '../../kit/contract/deliveries.ts'
import type { House } from './house.ts'

/** Downloads a delivery as one person and opens it; every file's checksum inside the zip is proved. */
export async function openPackage(
  house: House,
  personId: string,
  deliveryId: string,
): Promise<{ headers: Headers; bytes: Buffer; files: Map<string, Buffer> }> {
  const path = downloadDelivery.path.replace(':deliveryId', deliveryId)
  const headers = { authorization: `Bearer ${await house.tokenOf(personId)}` }
  const response = await fetch(`${house.url}${path}`, { headers })
  if (!response.ok) throw new Error(`download answered ${response.status} ${await response.text()}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  return { headers: response.headers, bytes, files: await unzipped(bytes) }
}

/** Reads a zip's directory, by a library that is not ours, handing each entry to `take` in turn. */
function readZip(zip: Buffer, take: (opened: yauzl.ZipFile, entry: yauzl.Entry) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error) return reject(error)
      opened.on('error', reject)
      opened.on('end', resolve)
      opened.on('entry', (entry: yauzl.Entry) => {
        take(opened, entry).then(() => opened.readEntry(), reject)
      })
      opened.readEntry()
    })
  })
}

/** The paths in a zip's directory. */
export async function pathsOf(zip: Buffer): Promise<string[]> {
  const paths: string[] = []
  await readZip(zip, async (_, { fileName }) => void paths.push(fileName))
  return paths
}

/** A zip's files by path. */
export async function unzipped(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  await readZip(zip, async (opened, entry) => {
    const stream = await new Promise<Readable>((resolve, reject) => {
      opened.openReadStream(entry, (error, readable) => (error ? reject(error) : resolve(readable)))
    })
    const data = await buffer(stream)
    if (crc32(data) !== entry.crc32) throw new Error(`${entry.fileName} has another checksum`)
    if (files.has(entry.fileName)) throw new Error(`${entry.fileName} is there twice`)
    files.set(entry.fileName, data)
  })
  return files
}
