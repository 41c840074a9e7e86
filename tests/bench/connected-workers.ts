/**
 * 1,000 workers of one team look at its board on one process: how long until each hears that a task was taken, until each
 * shows the board as it is then, and what a connected worker costs in memory. The workers' side runs on the same machine.
 */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import type { Changed } from '../../kit/contract/live.ts'
import { gatherTopics } from '../../kit/ui/client/gather-topics.ts'
import { topicsOf } from '../../kit/ui/client/live.ts'
import { BareClient } from '../support/bare-client.ts'
import { type ClaimField, makeClaimField } from '../support/claim-field.ts'
import { openHouse } from '../support/house.ts'
import { median, timed } from '../support/peak-memory.ts'
import { printRatio } from '../support/ratio.ts'
import { startApiProcess } from '../support/start-api-process.ts'

const workers = 1_000
const rounds = 7
const openTasks = 10_000

/** Resident memory of another process now, in MB; Linux only. */
function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
}

/** What has happened on one worker's screen since the last claim; instants in milliseconds. */
interface Screen {
  socket: Socket
  heardAt: number
  shownAt: number
}

/** A board that reads again what it shows, as the screens do. */
async function openScreen(port: number, token: string, client: BareClient): Promise<Screen> {
  const socket = io(`http://127.0.0.1:${port}`, { auth: { token }, transports: ['websocket'], forceNew: true })
  const screen = { socket, heardAt: 0, shownAt: 0 }
  const gather = gatherTopics(() => {
    void client.ask('GET', '/api/offers', token).then(({ status }) => {
      if (status !== 200) throw new Error(`the board was answered ${status}`)
      screen.shownAt = performance.now()
    })
  })
  socket.on('changed', (changed: Changed, told: number) => {
    screen.heardAt = performance.now()
    gather(topicsOf(changed), told)
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return screen
}

/** Opens screens, so many at a time. */
async function openScreens(people: ClaimField['people'], open: (token: string) => Promise<Screen>): Promise<Screen[]> {
  const screens: Screen[] = []
  for (let from = 0; from < people.length; from += 50) {
    screens.push(...(await Promise.all(people.slice(from, from + 50).map(({ token }) => open(token)))))
  }
  return screens
}

const p95 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0

const house = await openHouse()
try {
  const field = await makeClaimField(house, openTasks, workers + 51)
  const [claimer, ...others] = field.people as [ClaimField['people'][number], ...ClaimField['people']]
  const api = await startApiProcess(house)
  const client = new BareClient(api.port, 100)
  const pid = api.child.pid ?? 0
  try {
    const open = (token: string) => openScreen(api.port, token, client)
    // The first fifty warm the code up and are not counted.
    const early = await openScreens(others.slice(0, 50), open)
    const before = residentMb(pid)
    const { result: late, seconds: connecting } = await timed(() => openScreens(others.slice(50), open))
    const kilobytes = ((residentMb(pid) - before) * 1000) / workers
    const screens = [...early, ...late]
    const heard: number[] = []
    const shown: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const at = performance.now()
      const body = { teamId: field.teamId, count: 1 }
      const claimed = await client.ask('POST', `/api/orders/${field.orderId}/claim-next`, claimer.token, body)
      if (claimed.status !== 200) throw new Error(`a claim answered ${claimed.status}`)
      while (screens.some(({ shownAt }) => shownAt < at)) await wait(20)
      const [heardMs, shownMs] = [
        p95(screens.map(({ heardAt }) => heardAt - at)),
        p95(screens.map(({ shownAt }) => shownAt - at)),
      ]
      console.log(`  round ${round}: p95 heard after ${heardMs.toFixed()} ms, shown after ${shownMs.toFixed()} ms`)
      if (round === 0) continue
      heard.push(heardMs / 1000)
      shown.push(shownMs / 1000)
    }
    printRatio({
      what: `seconds until ${workers} connected workers heard of a board change, p95, of the 1 s it may take`,
      ratio: median(heard),
      atMost: 1,
      note: `connected in ${connecting.toFixed(1)} s, medians of ${rounds} rounds`,
    })
    printRatio({
      what: `seconds until all ${workers} have read the board again, p95, of the 10 s it may take`,
      ratio: median(shown) / 10,
      atMost: 1,
      note: `${median(shown).toFixed(1)} s; they spread their reading out`,
    })
    printRatio({
      what: 'memory of the process per connected worker, of the 200 kB it may take',
      ratio: kilobytes / 200,
      atMost: 1,
      note: `${kilobytes.toFixed(0)} kB; ${residentMb(pid).toFixed(0)} MB in all`,
    })
    for (const { socket } of screens) socket.disconnect()
  } finally {
    client.close()
    await api.kill()
  }
} finally {
  await house.close()
}
