/**
 * A 2 GB file in pieces over HTTP into another process, against a plain stream of the same bytes over HTTP onto the same
 * disk (both flushed); and what the server's memory rises by.
 */
import { readFileSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pieceBytesMax } from '../../kit/contract/uploads.ts'
import { makeDraft } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { timed } from '../support/peak-memory.ts'
import { printRatio } from '../support/ratio.ts'
import { begin } from '../support/send-pieces.ts'
import { startApiProcess } from '../support/start-api-process.ts'
import { makeTown } from '../support/town.ts'

const bytes = 2_000_000_000
const chunk = Buffer.alloc(1_000_000)
for (let i = 0; i < chunk.length; i++) chunk[i] = (i * 2_654_435_761) & 0xff

/** So many bytes that are no picture and no zip. */
function* flow(count: number): Generator<Buffer> {
  for (let sent = 0; sent < count; sent += chunk.length) yield chunk.subarray(0, Math.min(chunk.length, count - sent))
}

function send(url: string, method: string, headers: Record<string, string>, count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest(url, { method, headers: { ...headers, 'content-length': String(count) } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    asking.on('error', reject)
    Readable.from(flow(count)).pipe(asking)
  })
}

/** A server that writes what comes to a file, and nothing else. */
async function plainStream(folder: string): Promise<number> {
  const path = join(folder, 'plain')
  const server = createServer((asked, answer) => {
    void (async () => {
      const file = await open(path, 'w')
      await pipeline(asked, file.createWriteStream({ flush: true }))
      answer.end()
    })()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { seconds } = await timed(() => send(url, 'PUT', {}, bytes))
  server.closeAllConnections()
  server.close()
  await rm(path)
  return seconds
}

/** Resident memory of another process now, in MB; Linux only. */
function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1000
}

async function inPieces(house: House, personId: string, orderId: string, api: { url: string; pid: number }) {
  const authorization = `Bearer ${await house.tokenOf(personId)}`
  const sendAll = async (total: number) => {
    const uploadId = await begin(house, personId, orderId, { name: 'large.bin', bytes: total })
    for (let from = 0; from < total; from += pieceBytesMax) {
      const count = Math.min(pieceBytesMax, total - from)
      const status = await send(`${api.url}/api/uploads/${uploadId}/pieces/${from}`, 'PUT', { authorization }, count)
      if (status !== 200) throw new Error(`a piece was answered ${status}`)
    }
    return uploadId
  }
  // Warms the code up, so that a large file is not charged for what every process holds in the end.
  await house.world.files.dropPieces(await sendAll(3 * pieceBytesMax))
  const before = residentMb(api.pid)
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMb(api.pid))
  }, 20)
  const { result: uploadId, seconds } = await timed(() => sendAll(bytes))
  clearInterval(watch)
  return { uploadId, seconds, grownMb: peak - before }
}

const house = await openHouse()
const folder = await mkdtemp(join(tmpdir(), 'tsumugi-bench-'))
const api = await startApiProcess(house)
try {
  const town = await makeTown(house)
  const orderId = await makeDraft(house, town)
  const plainBefore = await plainStream(folder)
  const place = { url: `http://127.0.0.1:${api.port}`, pid: api.child.pid ?? 0 }
  const sent = await inPieces(house, town.people.client, orderId, place)
  const plain = (plainBefore + (await plainStream(folder))) / 2
  const { result: kept, seconds: joining } = await timed(() => house.world.files.join(sent.uploadId, bytes))
  if (kept.bytes !== bytes) throw new Error(`${kept.bytes} bytes were kept`)
  printRatio({
    what: 'a file of 2 GB in pieces, kept, against a plain stream of it onto the same disk (speed)',
    ratio: plain / sent.seconds,
    atLeast: 0.5,
    note: `${Math.round(bytes / 1e6 / sent.seconds)} MB/s against ${Math.round(bytes / 1e6 / plain)} MB/s; putting it together, hashed and flushed, in the background: ${joining.toFixed(1)} s`,
  })
  printRatio({
    what: 'what the server’s memory rises by meanwhile, of the 100 MB it may',
    ratio: sent.grownMb / 100,
    atMost: 1,
    note: `${sent.grownMb.toFixed(0)} MB`,
  })
} finally {
  await api.kill()
  await rm(folder, { recursive: true, force: true })
  await house.close()
}
