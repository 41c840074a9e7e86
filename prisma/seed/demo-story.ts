import { getManual } from '../../api/src/manuals/get-manual.ts'
import type { PastWorld } from './demo-clock.ts'
import type { DemoTown, PersonKey, TeamKey } from './demo-people.ts'
import {
  accept,
  askAboutPin,
  claim,
  fix,
  type HandedIn,
  handInWork,
  leaveHalfDone,
  mend,
  sendBack,
} from './demo-work.ts'

/** Who did what on the running order: accepted at once, sent back and mended, fixed by the director, waiting for the worker. */
type Course = 'accepted' | 'mended' | 'fixed' | 'returned' | 'asked'
type WorkerKey = Extract<
  PersonKey,
  'leader' | 'hana' | 'ken' | 'yui' | 'nao' | 'mio' | 'sora' | 'rin' | 'taichi' | 'emi' | 'jun'
>

const days: { daysAgo: number; work: [who: WorkerKey, team: TeamKey, course: Course][] }[] = [
  {
    daysAgo: 5,
    work: [
      ['hana', 'daimon', 'accepted'],
      ['mio', 'hirooka', 'accepted'],
      ['emi', 'orihara', 'accepted'],
    ],
  },
  {
    daysAgo: 4,
    work: [
      ['ken', 'daimon', 'mended'],
      ['sora', 'hirooka', 'accepted'],
    ],
  },
  {
    daysAgo: 3,
    work: [
      ['hana', 'daimon', 'accepted'],
      ['rin', 'hirooka', 'fixed'],
      ['jun', 'orihara', 'accepted'],
    ],
  },
  {
    daysAgo: 2,
    work: [
      ['yui', 'daimon', 'accepted'],
      ['mio', 'hirooka', 'accepted'],
      ['leader', 'daimon', 'accepted'],
    ],
  },
  {
    daysAgo: 1,
    work: [
      ['taichi', 'hirooka', 'returned'],
      ['nao', 'daimon', 'asked'],
    ],
  },
]

/** Five days of work on the running order, after which about half of it is accepted. */
export async function halfTheWork({ moveTo }: PastWorld, town: DemoTown, orderId: string): Promise<void> {
  const manual = await town.ask.office(getManual, { params: { orderId } })
  const clauses = new Map(manual.clauses.map(({ number, id }) => [number, id]))
  for (const { daysAgo, work } of days) {
    for (const [index, [who, team, course]] of work.entries()) {
      const hours = 8 - index * 2
      moveTo({ days: daysAgo, hours })
      const held = await claim(town.ask[who], orderId, town.teamIds[team])
      moveTo({ days: daysAgo, hours: hours - 1 })
      const handedIn = await handInWork(held, course === 'accepted' ? 0 : 2)
      moveTo({ days: daysAgo, hours: hours - 1, minutes: -30 })
      await review(town, team, course, handedIn, clauses)
    }
  }
}

async function review(
  { ask }: DemoTown,
  team: TeamKey,
  course: Course,
  work: HandedIn,
  clauses: Map<string, string>,
): Promise<void> {
  const director = team === 'orihara' ? ask.director2 : ask.director
  if (course === 'accepted') return accept(director, work)
  if (course === 'fixed') return fix(director, work, '右下の2つを足しました。次からは2.3を見ながらお願いします。')
  const pins = [
    { clause: '2.3', message: 'ここに血小板があります。枠をつけてください。' },
    { clause: '1.2', message: 'こちらの細胞も囲む対象です。' },
  ]
  await sendBack(director, work, 'あと少しです。2か所を見直してください。', pins, clauses)
  if (course === 'mended')
    return accept(director, await mend(work, '足しました。'), 'ありがとうございます。よくなりました。')
  if (course === 'asked') await askAboutPin(work, '見えている部分が4分の1くらいに思えます。これも囲みますか？')
}

/** What lies on the tables right now: work waiting for review, and work half done. */
export async function workInHand({ moveTo }: PastWorld, { ask, teamIds }: DemoTown, orderId: string): Promise<void> {
  moveTo({ minutes: 100 })
  const waiting = [
    await claim(ask.hana, orderId, teamIds.daimon),
    await claim(ask.sora, orderId, teamIds.hirooka),
    await claim(ask.aki, orderId, teamIds.orihara),
  ]
  moveTo({ minutes: 70 })
  for (const [index, held] of waiting.entries()) {
    await handInWork(held, index, index === 1 ? '左上の重なった細胞は、2つに分けて囲みました。' : '')
  }
  moveTo({ minutes: 20 })
  const begun = [await claim(ask.ken, orderId, teamIds.daimon), await claim(ask.rin, orderId, teamIds.hirooka)]
  moveTo({ minutes: 10 })
  for (const held of begun) await leaveHalfDone(held)
  moveTo({})
}
