import { join } from 'node:path'
import { Readable } from 'node:stream'
import { holdAlone } from '../db/hold-alone.ts'
import { appendEvent } from '../events/append-event.ts'
import type { KeptFile } from '../files/file-store.ts'
import { recordStoredFile } from '../files/public.ts'
import { assert } from '../kernel/assert.ts'
import { later } from '../kernel/clock.ts'
import { lockOrder, moveOrder } from '../orders/public.ts'
import type { World } from '../world.ts'
import { deliveryById, moveDelivery, noteItemsDone } from './delivery-store.ts'
import { loadAcceptedImages } from './load-accepted-images.ts'
import { loadPackagePlan, type PackagePlan } from './load-package-plan.ts'
import { type PackageFile, packageFiles, walksOf } from './package-files.ts'
import { manifestJson, manifestLine } from './package-manifest.ts'
import { openSpool } from './spool.ts'
import { type Tally, tallied } from './tally.ts'
import { zipTime } from './zip-records.ts'
import { zipStream } from './zip-stream.ts'

const japanSeconds = 9 * 3600

interface Packed {
  file: KeptFile
  tally: Tally
  /** Files in the zip, its manifest included. */
  files: number
}

/**
 * The job behind a delivery: writes the package into the file store and hands it over.
 * Killed anywhere it leaves no half package and begins again; two at once cannot both work on one delivery.
 */
export async function packDelivery(world: World, { deliveryId }: { deliveryId: string }): Promise<void> {
  await holdAlone(world.db.pool, `delivery:${deliveryId}`, async () => {
    const plan = await loadPackagePlan(world.db.rows, deliveryId)
    if (!plan) return
    try {
      await handOver(world, plan, await pack(world, plan))
    } catch (error) {
      await recordFailure(world, plan, error)
      throw error
    }
  })
}

async function pack(world: World, plan: PackagePlan): Promise<Packed> {
  const folder = join(world.settings.dataFolder, 'spool')
  const directory = await openSpool(folder)
  const lines = await openSpool(folder)
  try {
    const source = loadAcceptedImages(world.db.pool, plan)
    const { images, tally } = tallied(source, walksOf(plan.formats), {
      clock: world.clock,
      report: (done) => showProgress(world, plan, done),
    })
    async function* files(): AsyncGenerator<PackageFile> {
      yield* packageFiles(plan, images, () => ({ images: tally.images, shapes: tally.shapes }))
      yield { path: 'manifest.json', chunks: manifestJson(plan, tally, lines) }
    }
    let count = 0
    const zip = zipStream(files(), {
      directory,
      time: zipTime(later(plan.madeAt, japanSeconds)),
      zipped: async (file, written) => {
        count += 1
        if (file.path !== 'manifest.json') await lines.add(manifestLine(written, file.counts?.()))
      },
    })
    const file = await world.files.keep(Readable.from(zip, { objectMode: false }), Number.MAX_SAFE_INTEGER)
    assert(tally.images === plan.itemsTotal, `${tally.images} of ${plan.itemsTotal} images are accepted`)
    return { file, tally, files: count }
  } finally {
    await directory.close()
    await lines.close()
  }
}

async function handOver(world: World, plan: PackagePlan, packed: Packed): Promise<void> {
  const { deliveryId, orderId, version, itemsTotal } = plan
  const { images, shapes, perLabel } = packed.tally
  await world.db.transact(async (tx) => {
    await lockOrder(tx, orderId)
    const at = world.clock.now()
    const fileId = await recordStoredFile(tx, { ...packed.file, contentType: 'application/zip' }, at)
    const manifest = { sha256: packed.file.sha256, images, shapes, perLabel, files: packed.files }
    await moveDelivery(tx, deliveryId, 'finish', { fileId, manifest, itemsDone: itemsTotal, readyAt: at })
    await moveOrder(tx, orderId, 'deliver')
    const facts = { version }
    await appendEvent(tx, { action: 'delivery.readied', at, actorId: null, orderId, subjectId: deliveryId, facts })
  })
}

async function showProgress(world: World, { deliveryId, orderId }: PackagePlan, itemsDone: number): Promise<void> {
  await world.db.transact(async (tx) => {
    await noteItemsDone(tx, deliveryId, itemsDone)
    // No entry in the audit trail for every page; open screens only read again.
    tx.changes.push({ action: 'delivery.progressed', orderId, teamId: null, personId: null, assignmentId: null })
  })
}

/** When even this cannot be written the delivery stays in the making, and the queue tries it again. */
async function recordFailure(
  world: World,
  { deliveryId, orderId, version }: PackagePlan,
  error: unknown,
): Promise<void> {
  const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  await world.db.transact(async (tx) => {
    await lockOrder(tx, orderId)
    if ((await deliveryById(tx.rows, deliveryId))?.state !== 'making') return
    const at = world.clock.now()
    await moveDelivery(tx, deliveryId, 'fail', { failure })
    const facts = { version }
    await appendEvent(tx, {
      action: 'delivery.failed',
      at,
      actorId: null,
      orderId,
      subjectId: deliveryId,
      reason: failure,
      facts,
    })
  })
}
