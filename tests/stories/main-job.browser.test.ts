import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { japanDay } from '../../api/src/kernel/japan-day.ts'
import { expireClaims } from '../../api/src/tasks/expire-claims.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { draftOf, killAndReopen, shapeCount } from '../screens/work-window.ts'
import { type Browsing, look, openBrowser } from '../support/browser.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type TrueBox, trueBoxes } from '../support/ground-truth.ts'
import { type House, openHouseWithScreens } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { unzipped } from '../support/open-package.ts'
import { bloodImages } from '../support/pictures.ts'
import { makeTown, type Town } from '../support/town.ts'
import { confirmTermsByRow } from '../support/work-rows.ts'
import { beginBox, drawByMouse, shownImage } from './main-job/draw-boxes.ts'
import { acceptTheDelivery, agreeToQuote, placeOrder, takeDelivery } from './main-job/place-order.ts'
import { boxesOf, type Coco, sorted } from './main-job/read-coco.ts'
import { acceptOpen, acceptRest, fixOpen, openNext, returnWithPin } from './main-job/review-work.ts'
import { deliver, quoteOrder, splitAndAllot, writeManual } from './main-job/run-order.ts'
import {
  claimAfterTerms,
  claimNext,
  doTaskByKeyboard,
  drawTask,
  finishDraft,
  handInTruth,
  mendByKeyboard,
  submitByKeyboard,
} from './main-job/work-tasks.ts'

/** Large enough that one pixel of an image takes more than two of the screen: what is drawn is exact. */
const large = { viewport: { width: 1920, height: 1400 } }
const chapterMs = 120_000
/** How far to the right of its place hana draws one box at first. */
const shift = 7

let house: House
let town: Town
let browsing: Browsing
let client: Page
let office: Page
let hana: Page
let ken: Page
let sato: Page
let orderId: string
let ids: string[]
/** Of the order, by position. */
let items: { id: string; name: string }[]
let taken: Buffer

beforeAll(async () => {
  house = await openHouseWithScreens()
  town = await makeTown(house)
  browsing = await openBrowser(house)
  client = await browsing.open(town.people.client, '/office/', { acceptDownloads: true })
  office = await browsing.open(town.people.office, '/office/')
  hana = await browsing.open(town.people.hana, '/', large)
  ken = await browsing.open(town.people.ken, '/', large)
  sato = await browsing.open(town.people.sato, '/review', large)
}, chapterMs)
afterAll(async () => {
  await browsing?.close()
  await house?.close()
})

// A chapter that fails leaves a picture of every window as it was then.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [name, page] of Object.entries({ client, office, hana, ken, sato })) await look(page, `main-job-${name}`)
  console.log(browsing.problems)
})

const nameOf = (itemId: string) => items.find(({ id }) => id === itemId)?.name ?? ''
const idOf = (task: number) => ids[task - 1] ?? ''
const stateOf = async (task: number) =>
  (await house.world.db.rows.assignment.findUniqueOrThrow({ where: { id: idOf(task) } })).state
const newestAnswer = async (task: number) => {
  const where = { assignmentId: idOf(task) }
  const submission = await house.world.db.rows.submission.findFirstOrThrow({ where, orderBy: { revision: 'desc' } })
  return submission.answer as unknown as ImageAnswer
}

describe.sequential('five people, one order, from the first image to the ledger', () => {
  test(
    'a client asks, the office quotes, the client agrees',
    async () => {
      orderId = await placeOrder(client, japanDay(new Date(house.clock.now().getTime() + 40 * 86_400_000)))
      await quoteOrder(office, orderId)
      await agreeToQuote(client, '6,600円')
    },
    chapterMs,
  )

  test(
    'the office writes the manual, splits, and allots to two teams',
    async () => {
      await writeManual(office)
      await splitAndAllot(office, house)
      const rows = await house.world.db.rows.assignment.findMany({ where: { orderId }, orderBy: { number: 'asc' } })
      ids = rows.map(({ id }) => id)
      expect(rows.filter(({ teamId }) => teamId === town.northTeamId).map(({ number }) => number)).toHaveLength(18)
      items = await house.world.db.rows.orderItem.findMany({ where: { orderId }, orderBy: { position: 'asc' } })
      // Nobody reloaded anything: the page the client left open says so by itself.
      await client.getByText('作業がすすんでいます').waitFor()
    },
    chapterMs,
  )

  test(
    'hana reads the terms, draws one task by mouse and one by keyboard alone',
    async () => {
      await claimAfterTerms(hana, '15分', '取引条件を確かめて、3件に着手する・約15分・360円')
      const tooFarRight = ([first, ...rest]: TrueBox[]) => (first ? [{ ...first, x: first.x + shift }, ...rest] : [])
      await drawTask(hana, drawByMouse, tooFarRight)
      await submitByKeyboard(hana)
      await doTaskByKeyboard(hana, 2)
      expect([await stateOf(1), await stateOf(2), await stateOf(3)]).toEqual(['submitted', 'submitted', 'claimed'])
    },
    chapterMs,
  )

  test(
    'her tab is killed in the middle of a box: whatever was older is still there',
    async () => {
      await hana.getByRole('link', { name: /始める: .*タスク3$/ }).click()
      const boxes = trueBoxes(await shownImage(hana)).slice(0, 4)
      await drawByMouse(hana, boxes)
      await expect.poll(async () => shapeCount(await draftOf(house, idOf(3)))).toBe(4)
      await beginBox(hana)
      hana = await killAndReopen(hana)
      await expect.poll(() => hana.getByRole('application').getAttribute('aria-label')).toMatch(/図形4個$|4\D*$/)
    },
    chapterMs,
  )

  test(
    'her time runs out; ken takes the task with her draft and ends it',
    async () => {
      house.clock.advance(house.world.settings.leaseSeconds + 60)
      await expireClaims(house.world)
      await hana.getByRole('heading', { name: '取り置きの時間が過ぎました' }).waitFor()
      const draft = (await draftOf(house, idOf(3))) as ImageAnswer
      // Of task 3's 120 yen Hana keeps the 60 for the image she had done.
      await claimAfterTerms(ken, '15分', '取引条件を確かめて、3件に着手する・約15分・300円')
      expect(ken.url()).toContain(idOf(3))
      await finishDraft(ken, draft, nameOf)
      await submitByKeyboard(ken)
      await hana.getByText('いまはほかの人が続きをしています').waitFor()
    },
    chapterMs,
  )

  test(
    'the rest is filled from the ground truth; one answer lacks a box',
    async () => {
      const { hana: hanaId, ken: kenId, yui } = town.people
      await handInTruth(house, kenId, (answer, number) => (number === 4 ? withoutFirst(answer) : answer))
      await claimNext(house, hanaId, { orderId, teamId: town.northTeamId, count: 13 })
      await handInTruth(house, hanaId)
      await confirmTermsByRow(house, orderId, yui)
      await claimNext(house, yui, { orderId, teamId: town.southTeamId, count: 12 })
      await handInTruth(house, yui)
      expect(await house.world.db.rows.assignment.count({ where: { orderId, state: 'submitted' } })).toBe(30)
    },
    chapterMs,
  )

  test(
    'sato returns one with a pin that cites the manual, accepts two, mends one',
    async () => {
      await openNext(sato, 1, idOf(1))
      await returnWithPin(sato, '枠の大きさ', '右に寄っています。縁に合わせてください。')
      await acceptOpen(sato, idOf(2))
      await acceptOpen(sato, idOf(3), '60円')
      await fixOpen(sato, idOf(4), (image) => trueBoxes(image).slice(0, 1))
      await expect.poll(() => stateOf(4)).toBe('accepted')
      expect([await stateOf(1), await stateOf(2), await stateOf(3)]).toEqual(['returned', 'accepted', 'accepted'])
    },
    chapterMs,
  )

  test(
    'hana walks the pin, mends the box and hands in again; all is accepted',
    async () => {
      await hana.getByRole('link', { name: '今日の画面へ戻る' }).first().click()
      const { id, name } = items[0] ?? { id: '', name: '' }
      const shapes = (await newestAnswer(1)).images[id]?.shapes ?? []
      await mendByKeyboard(hana, shapes, trueBoxes(name)[0] as TrueBox, shift)
      expect(await acceptRest(house, town.people.sato)).toBe(15)
      expect(await acceptRest(house, town.people.ueda)).toBe(12)
    },
    chapterMs,
  )

  test(
    'the office delivers, the client takes it away: every box of the ground truth and no other, to the pixel',
    async () => {
      await deliver(office, house)
      taken = await takeDelivery(client)
      const coco = JSON.parse((await unzipped(taken)).get('coco/annotations.json')?.toString('utf8') ?? '{}') as Coco
      const images = await bloodImages()
      expect(boxesOf(coco)).toEqual(new Map(images.map(({ name }) => [name, sorted(trueBoxes(name))])))
      expect(coco.annotations).toHaveLength(846)
      await acceptTheDelivery(client)
    },
    chapterMs,
  )

  test(
    'the office sees what is owed to whom, and every yen adds up',
    async () => {
      await office.getByRole('link', { name: '台帳' }).click()
      const owed = office.getByRole('table', { name: 'ワーカー・ディレクターへの支払い' })
      await owed.getByRole('row', { name: /hana/ }).waitFor()
      const rows = await owed.getByRole('row').allTextContents()
      expect(rows.slice(1).sort()).toMatchInlineSnapshot(`
        [
          "hana件数16金額1,860円",
          "ken件数3金額300円",
          "sato件数18金額324円",
          "ueda件数12金額216円",
          "yui件数12金額1,440円",
        ]
      `)
      await look(office, 'main-job-ledger')
      expect(await ledgerTable(house)).toMatchSnapshot()
      await expectChecksHold(house)
      expect(browsing.problems).toEqual([])
    },
    chapterMs,
  )
})

/** The answer as somebody leaves it who overlooked the first cell. */
function withoutFirst(answer: ImageAnswer): ImageAnswer {
  const [[id, image] = ['', undefined], ...others] = Object.entries(answer.images)
  if (!image) return answer
  return { images: Object.fromEntries([[id, { ...image, shapes: image.shapes.slice(1) }], ...others]) }
}
