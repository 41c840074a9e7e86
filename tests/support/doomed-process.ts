/** A process with several houses, which does one deed in each as soon as it is told; started by `startDoomed`, ended with its parent. */
import { MovableClock } from '../../api/src/kernel/clock.ts'
import { Refusal } from '../../api/src/kernel/refusal.ts'
import { openLog } from '../../api/src/log.ts'
import { openWorld } from '../../api/src/open-world.ts'
import { closePayMonths } from '../../api/src/pay/close-pay-months.ts'
import { readSettings } from '../../api/src/settings.ts'
import { approveTransfers } from '../../api/src/transfers/approve-transfers.ts'
import { downloadTransfers } from '../../api/src/transfers/download-transfers.ts'
import { executeTransfers } from '../../api/src/transfers/execute-transfers.ts'
import { prepareTransfers } from '../../api/src/transfers/prepare-transfers.ts'
import type { World } from '../../api/src/world.ts'
import type { Deed, DoomedHouse } from './start-doomed.ts'

const settings = { ...readSettings(process.env), poolMax: 2 }
const clock = new MovableClock()
clock.moveTo(new Date(process.env.HOUSE_NOW ?? ''))

function perform(world: World, { verb, by, month, runId, transferOn }: Deed): Promise<unknown> {
  const actor = { personId: by, sessionId: by, displayName: '', mustEnrol: false, places: [] }
  const aMonth = { world, actor, params: { month }, query: undefined, body: { transferOn } }
  const aRun = { world, actor, params: { runId }, query: undefined, body: undefined }
  return {
    closePayMonths: () => closePayMonths(world),
    prepareTransfers: () => prepareTransfers(aMonth),
    approveTransfers: () => approveTransfers(aRun),
    downloadTransfers: () => downloadTransfers(aRun),
    executeTransfers: () => executeTransfers(aRun),
  }[verb]()
}

/** `done`, or the code of the refusal. */
async function outcome(world: World, deed: Deed): Promise<string> {
  try {
    await perform(world, deed)
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const houses = JSON.parse(process.argv[2] ?? '[]') as DoomedHouse[]
const log = openLog('error')
const worlds = await Promise.all(houses.map(({ url }) => openWorld(settings, { databaseUrl: url, clock, log })))
process.on('disconnect', () => process.exit())
const told = new Promise((resolve) => process.once('message', resolve))
process.send?.('ready')
await told
const outcomes = await Promise.all(houses.map(({ deed }, index) => outcome(worlds[index] as World, deed)))
process.send?.(outcomes, () => process.exit())
