import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canSend,
  chosen,
  conflictMet,
  dueInMs,
  edited,
  type KeptState,
  opened,
  type ServerDraft,
  type SyncState,
  sendAnswered,
  sendBegan,
  sendLost,
  turnedAway,
} from './draft-sync.ts'

const markOf = (content: string) => `mark of ${content}`
const draft = (version: number, content: string): ServerDraft<string> => {
  return { version, content, mark: markOf(content), savedAt: '2026-11-20T00:00:00Z' }
}
const openedWith = (version: number, content: string) => opened(draft(version, content), null, '', markOf).state

describe('opening', () => {
  it('begins with a blank answer, then with the server’s', () => {
    expect(opened(null, null, 'blank', markOf).state).toMatchObject({ base: 0, newest: 'blank' })
    expect(openedWith(3, 'three')).toMatchObject({ base: 3, newest: 'three' })
  })

  it('goes on with newer work of this device on the same base, and sends it', () => {
    const device = edited(openedWith(3, 'three'), 'mine')
    const { state } = opened(draft(3, 'three'), device, '', markOf)
    expect(state).toMatchObject({ newest: 'mine', base: 3, halt: null })
    expect(canSend(state)).toBe(true)
  })

  it('takes the server’s when nothing was changed here since', () => {
    const { state, aside } = opened(draft(5, 'five'), openedWith(3, 'three'), '', markOf)
    expect(state).toMatchObject({ newest: 'five', base: 5, halt: null })
    expect(aside).toBe(null)
  })

  it('knows its own save again whose answer was lost with the tab', () => {
    const sent = sendBegan(edited(openedWith(3, 'three'), 'sent'), markOf('sent'))
    const { state } = opened(draft(4, 'sent'), edited(sent, 'later'), '', markOf)
    expect(state).toMatchObject({ newest: 'later', base: 4, halt: null })
    expect(canSend(state)).toBe(true)
  })

  it('asks when another device saved something else meanwhile', () => {
    const { state } = opened(draft(4, 'theirs'), edited(openedWith(3, 'three'), 'mine'), '', markOf)
    expect(state.halt).toMatchObject({ why: 'conflict', theirs: { content: 'theirs' } })
    expect(canSend(state)).toBe(false)
  })

  it('keeps what this device knows when the server was put back in time', () => {
    const { state, aside } = opened(draft(2, 'old'), openedWith(3, 'three'), '', markOf)
    expect(state).toMatchObject({ newest: 'three', base: 2 })
    expect(canSend(state)).toBe(true)
    expect(aside).toBe('old')
  })
})

describe('choosing', () => {
  const conflict = conflictMet(edited(openedWith(3, 'three'), 'mine'), draft(4, 'theirs'), markOf('mine')).state

  it('goes on with one and hands the other out', () => {
    const here = chosen(conflict, 'here')
    expect(here.aside).toBe('theirs')
    expect(here.state).toMatchObject({ newest: 'mine', base: 4, halt: null })
    expect(canSend(here.state)).toBe(true)
    const there = chosen(conflict, 'there')
    expect(there.aside).toBe('mine')
    expect(there.state).toMatchObject({ newest: 'theirs', base: 4, halt: null })
    expect(canSend(there.state)).toBe(false)
  })

  it('does not ask when only the time worked grew here', () => {
    const beat = edited(openedWith(3, 'three'), 'three', { touched: false })
    expect(conflictMet(beat, draft(4, 'theirs'), markOf('three')).state).toMatchObject({ newest: 'theirs', halt: null })
  })
})

it('sends nothing after it was turned away, and keeps the newest', () => {
  const state = turnedAway(sendBegan(edited(openedWith(1, 'one'), 'two'), markOf('two')))
  expect(state.newest).toBe('two')
  expect(canSend(edited(state, 'three'))).toBe(false)
})

it('sends within two seconds of an edit, and after failures ever less often', () => {
  const times = { firstEditAt: 0, lastEditAt: 0, failures: 0, lostAt: 0 }
  expect(dueInMs(times, 0)).toBe(1000)
  expect(dueInMs({ ...times, lastEditAt: 1700 }, 1700)).toBe(100)
  expect([1, 2, 3, 9].map((failures) => dueInMs({ ...times, failures }, 0))).toEqual([1000, 2000, 4000, 20_000])
})

/** A server, and devices that edit, send, lose answers, crash and reload in any order. */
class World {
  server: ServerDraft<string> | null = null
  /** Everything handed out as aside, by anybody. */
  readonly aside = new Set<string>()
  readonly devices: { kept: KeptState<string> | null; state: SyncState<string> | null; last: string | null }[] = [
    { kept: null, state: null, last: null },
    { kept: null, state: null, last: null },
  ]
  private count = 0

  private device(who: number) {
    const device = this.devices[who]
    if (!device) throw new Error('no such device')
    return device
  }

  private write(who: number, step: { state: SyncState<string>; aside: string | null } | SyncState<string>) {
    const { state, aside } = 'state' in step ? step : { state: step, aside: null }
    if (aside !== null) this.aside.add(aside)
    const { base, edit, touched, saved, newest, unsure } = state
    this.device(who).state = state
    this.device(who).kept = { base, edit, touched, saved, newest, unsure }
  }

  open(who: number) {
    const device = this.device(who)
    this.write(who, opened(this.server, device.kept, 'blank', markOf))
  }

  crash(who: number) {
    this.device(who).state = null
  }

  edit(who: number) {
    const device = this.device(who)
    if (!device.state) return
    device.last = `${who}:${++this.count}`
    this.write(who, edited(device.state, device.last))
  }

  /** What the server does with a save: as its own statement, and the same save twice is one. */
  private store(version: number, content: string): number | 'conflict' {
    const now = this.server?.version ?? 0
    if (now === version + 1 && this.server?.content === content) return now
    if (now !== version) return 'conflict'
    this.server = draft(now + 1, content)
    return now + 1
  }

  send(who: number, fate: 'answered' | 'request lost' | 'answer lost' | 'crash') {
    const { state } = this.device(who)
    if (!state || !canSend(state)) return
    const sent = sendBegan(state, markOf(state.newest))
    this.write(who, sent)
    const result = fate === 'request lost' ? null : this.store(sent.base, sent.newest)
    if (fate === 'crash') return this.crash(who)
    if (fate !== 'answered' || result === null) return this.write(who, sendLost(sent))
    if (result !== 'conflict') return this.write(who, sendAnswered(sent, result))
    if (this.server) this.write(who, conflictMet(sent, this.server, markOf(sent.newest)))
  }

  choose(who: number, which: 'here' | 'there') {
    const { state } = this.device(who)
    if (state?.halt) this.write(who, chosen(state, which))
  }

  /** Where the newest edit of a device still is. */
  holds(who: number): boolean {
    const { last, kept } = this.device(who)
    return last === null || kept?.newest === last || this.server?.content === last || this.aside.has(last)
  }
}

type Act = [
  name: 'open' | 'crash' | 'edit' | 'answered' | 'request lost' | 'answer lost' | 'sent and crashed' | 'here' | 'there',
  who: number,
]

function does(world: World, [name, who]: Act) {
  if (name === 'open') world.open(who)
  else if (name === 'crash') world.crash(who)
  else if (name === 'edit') world.edit(who)
  else if (name === 'here' || name === 'there') world.choose(who, name)
  else world.send(who, name === 'sent and crashed' ? 'crash' : name)
}

function acts(people: number) {
  const names = [
    'open',
    'crash',
    'edit',
    'edit',
    'answered',
    'request lost',
    'answer lost',
    'sent and crashed',
    'here',
    'there',
  ] as const
  return fc.array(fc.tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: people - 1 })), { maxLength: 60 })
}

describe('whatever happens, in whatever order', () => {
  it('one device never has to choose, and ends with its newest edit on the server', () => {
    fc.assert(
      fc.property(acts(1), (all) => {
        const world = new World()
        for (const act of all) {
          does(world, act)
          expect(world.holds(0)).toBe(true)
          expect(world.devices[0]?.state?.halt ?? null).toBe(null)
        }
        world.open(0)
        world.send(0, 'answered')
        world.send(0, 'answered')
        const last = world.devices[0]?.last
        if (last) expect(world.server?.content).toBe(last)
      }),
      { numRuns: 500 },
    )
  })

  it('two devices: the newest edit of each is on the server, on its device, or set aside', () => {
    fc.assert(
      fc.property(acts(2), (all) => {
        const world = new World()
        for (const act of all) {
          does(world, act)
          // What one device saved, the other may build on: then it is that one’s newest that counts.
          for (const who of [0, 1]) expect(world.holds(who) || wasBuiltOn(world, who)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** An edit that reached the server and was then continued from by the other device is part of what came after. */
function wasBuiltOn(world: World, who: number): boolean {
  const device = world.devices[who]
  return device?.kept !== null && device?.kept !== undefined && device.kept.touched <= device.kept.saved
}
