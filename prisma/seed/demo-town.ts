import { holdAlone } from '../../api/src/db/hold-alone.ts'
import { demoKey } from '../../api/src/db/unfinished-demo.ts'
import { makeDelivery } from '../../api/src/deliveries/make-delivery.ts'
import { packDelivery } from '../../api/src/deliveries/pack-delivery.ts'
import type { World } from '../../api/src/world.ts'
import { type PastWorld, pastWorld } from './demo-clock.ts'
import { agree, handIn, setToWork } from './demo-orders.ts'
import { type DemoPerson, type DemoTown, demoPassword, demoPeople, makeDemoPeople } from './demo-people.ts'
import { pictureNames } from './demo-pictures.ts'
import { halfTheWork, workInHand } from './demo-story.ts'
import { accept, claim, handInWork } from './demo-work.ts'

/** A way to sign in to the demo town. */
export interface DemoSignIn extends DemoPerson {
  password: string
}

/**
 * Fills an empty database with a town to try things out in, by the real commands: one order half-way through, one waiting
 * for a quote, one delivered. Takes some seconds; the second time it changes nothing.
 * @returns the sign-ins of the demo town; none when the database belongs to somebody else
 */
export async function seedDemoTown(world: World): Promise<DemoSignIn[]> {
  const { rows, pool } = world.db
  await holdAlone(pool, demoKey, async () => {
    if ((await rows.person.count()) > 0 || (await rows.organisation.count()) > 0) return
    const past = pastWorld(world, { days: 16 })
    const town = await makeDemoPeople(past.world)
    await deliveredOrder(past, town)
    const orderId = await runningOrder(past, town)
    await halfTheWork(past, town, orderId)
    await submittedOrder(past, town)
    await workInHand(past, town, orderId)
  })
  const people = demoPeople()
  const known = await rows.person.count({ where: { email: { in: people.map(({ email }) => email) } } })
  return known === people.length ? people.map((person) => ({ ...person, password: demoPassword })) : []
}

/** Is anybody of the demo town here, whose password stands in the source? */
export async function demoPeopleAreHere(world: World): Promise<boolean> {
  const email = { in: demoPeople().map((person) => person.email) }
  return (await world.db.rows.person.findFirst({ where: { email }, select: { id: true } })) !== null
}

/** Eight images for the second client: done, delivered, waiting for the client's yes. */
async function deliveredOrder({ world, moveTo }: PastWorld, town: DemoTown): Promise<void> {
  const { client2, office, director2 } = town.ask
  moveTo({ days: 15 })
  const orderId = await handIn(world, client2, {
    title: '血液像の細胞検出 検証用データ',
    brief: '検出モデルの検証に使います。赤血球・白血球・血小板をすべて枠で囲んでください。',
    pictures: (await pictureNames()).slice(16),
    dueInDays: 25,
  })
  moveTo({ days: 14 })
  await agree(office, client2, orderId, 2_400)
  moveTo({ days: 13 })
  await setToWork(world, town, orderId, { unitsPerTask: 2, shares: [{ team: 'orihara', shareBp: 10_000 }] })
  for (const [index, key] of (['emi', 'jun', 'aki', 'shin'] as const).entries()) {
    moveTo({ days: 12 - index, hours: 4 })
    const held = await claim(town.ask[key], orderId, town.teamIds.orihara)
    moveTo({ days: 12 - index, hours: 3 })
    const work = await handInWork(held)
    moveTo({ days: 12 - index })
    await accept(director2, work, index === 0 ? '枠がていねいです。この調子でお願いします。' : '')
  }
  moveTo({ days: 8 })
  const { id: deliveryId } = await office(makeDelivery, { params: { orderId } })
  await packDelivery(world, { deliveryId })
}

/** All 24 images for the first client, one a task, handed to the three teams. */
async function runningOrder({ world, moveTo }: PastWorld, town: DemoTown): Promise<string> {
  const { client, office } = town.ask
  moveTo({ days: 7 })
  const orderId = await handIn(world, client, {
    title: '血球画像の枠づけ（第2期）',
    brief:
      '顕微鏡画像に写る赤血球・白血球・血小板を、一つずつ枠で囲んでください。\n第1期と同じ基準です。血小板の見落としが課題でしたので、拡大して確かめてください。',
    pictures: await pictureNames(),
    dueInDays: 28,
  })
  moveTo({ days: 6, hours: 20 })
  await agree(office, client, orderId, 5_760)
  moveTo({ days: 6, hours: 4 })
  const shares = [
    { team: 'daimon' as const, shareBp: 4_000 },
    { team: 'hirooka' as const, shareBp: 3_500 },
    { team: 'orihara' as const, shareBp: 2_500 },
  ]
  await setToWork(world, town, orderId, { unitsPerTask: 1, shares })
  return orderId
}

/** Six images the office has not quoted yet. */
async function submittedOrder({ world, moveTo }: PastWorld, { ask }: DemoTown): Promise<void> {
  moveTo({ hours: 3 })
  await handIn(world, ask.client, {
    title: '白血球の追加データ',
    brief: '第2期と同じ基準で、白血球の多い画像を6枚追加でお願いします。急ぎではありません。',
    pictures: (await pictureNames()).slice(3, 9),
    dueInDays: 30,
  })
}
