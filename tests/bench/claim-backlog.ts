/**
 * Does a large backlog slow claims down? The slowest in a hundred claims over HTTP with 1,000,000 open tasks against the
 * same with 10,000: two houses, each with a process of its own, measured in turn; the medians of the rounds count.
 */
import { BareClient } from '../support/bare-client.ts'
import { type ClaimField, makeClaimField } from '../support/claim-field.ts'
import { type House, openHouse } from '../support/house.ts'
import { median } from '../support/peak-memory.ts'
import { printRatio } from '../support/ratio.ts'
import { type ApiProcess, startApiProcess } from '../support/start-api-process.ts'

const rounds = 7
const perRound = 600
const inFlight = 4
const people = 100

interface Side {
  house: House
  api: ApiProcess
  client: BareClient
  field: ClaimField
}

async function open(openTasks: number): Promise<Side> {
  const house = await openHouse()
  const field = await makeClaimField(house, openTasks, people)
  const api = await startApiProcess(house)
  return { house, api, client: new BareClient(api.port, inFlight), field }
}

async function close({ house, api, client }: Side): Promise<void> {
  client.close()
  await api.kill()
  await house.close()
}

/** Milliseconds of each claim, sorted. */
async function latencies({ client, field }: Side): Promise<number[]> {
  const path = `/api/orders/${field.orderId}/claim-next`
  const times: number[] = []
  let next = 0
  const lane = async () => {
    for (let index = next++; index < perRound; index = next++) {
      const { token } = field.people[index % people] as ClaimField['people'][number]
      const start = performance.now()
      const answer = await client.ask('POST', path, token, { teamId: field.teamId, count: 1 })
      times.push(performance.now() - start)
      if (answer.status !== 200) throw new Error(`a claim answered ${answer.status} ${JSON.stringify(answer.body)}`)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  await field.emptyHands()
  return times.sort((a, b) => a - b)
}

const at = (sorted: number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN

const sides: Side[] = []
try {
  const large = await open(1_000_000)
  sides.push(large)
  const small = await open(10_000)
  sides.push(small)
  const measured: { large: number[]; small: number[] }[] = []
  for (let round = 0; round <= rounds; round++) {
    // In turn, and the other one first every other time: whatever else the machine does meets both.
    const first = await latencies(round % 2 ? large : small)
    const second = await latencies(round % 2 ? small : large)
    if (round > 0) measured.push(round % 2 ? { large: first, small: second } : { large: second, small: first })
  }
  const p99 = (side: 'large' | 'small') => median(measured.map((one) => at(one[side], 0.99)))
  const p50 = (side: 'large' | 'small') => median(measured.map((one) => at(one[side], 0.5)))
  const note = (side: 'large' | 'small') => `${p50(side).toFixed(1)} and ${p99(side).toFixed(1)} ms`
  printRatio({
    what: 'claim p99 with 1,000,000 open tasks against 10,000',
    ratio: median(measured.map((one) => at(one.large, 0.99) / at(one.small, 0.99))),
    atMost: 1.5,
    note: `p50 and p99: ${note('large')} against ${note('small')}; ${inFlight} in flight`,
  })
  printRatio({
    what: 'claim median with 1,000,000 open tasks against 10,000',
    ratio: median(measured.map((one) => at(one.large, 0.5) / at(one.small, 0.5))),
    atMost: 1.25,
  })
} finally {
  for (const side of sides) await close(side)
}
