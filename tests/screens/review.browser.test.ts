import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { answerPin, startReview } from '../../kit/contract/reviews.ts'
import { resumeTask } from '../../kit/contract/tasks.ts'
import { asPerson } from '../support/ask.ts'
import { axe, fitsAcross, hasKeyboard, look, phone, settled } from '../support/browser.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { goodAnswer, submitByRow } from '../support/work-rows.ts'
import { keys, spot } from './image-surface/surface-page.ts'
import { picture, shownShapes, workHouse } from './work-window.ts'

const at = workHouse()

const submitted = async (index: number, who: 'hana' | 'ken' | 'mori' = 'hana') =>
  submitByRow(at.house, at.taskId(index), at.town.people[who], await goodAnswer(at.house, at.taskId(index)))

const stateOf = async (index: number) =>
  (await at.house.world.db.rows.assignment.findUniqueOrThrow({ where: { id: at.taskId(index) } })).state

/** This test's order is due first, so that it stands on top of what other tests left. */
async function queueOf(who: 'sato' | 'mori', options = {}): Promise<Page> {
  const { pool } = at.house.world.db
  await pool.query(
    `INSERT INTO terms_change (id, order_id, item, was, value, reason, changed_by_id, changed_at)
     SELECT uuid_v7(), id, 'due_day', due_on::text, '2030-01-01', 'x', client_id, now() FROM "order"
     WHERE id <> $1 AND due_on <> '2030-01-01'`,
    [at.order.orderId],
  )
  await pool.query(`UPDATE "order" SET due_on = '2030-01-01' WHERE id <> $1`, [at.order.orderId])
  return at.browsing.open(at.town.people[who], '/review', options)
}

async function desk(who: 'sato' | 'mori', index: number, options = {}): Promise<Page> {
  const page = await at.browsing.open(at.town.people[who], `/review/${at.taskId(index)}`, options)
  await picture(page)
  return page
}

/** Resolves when a task stands on the desk for as long as the desk asks before it hears a decision's key. */
async function seen(page: Page, number: number): Promise<void> {
  await page.getByText(`タスク${number}`, { exact: true }).waitFor()
  await picture(page)
  await page.waitForTimeout(700)
}

const toStage = (page: Page) => page.getByRole('application').focus()

/** Finds a clause by typing, takes the first, and lands in the message. */
async function chooseClause(page: Page, search: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'マニュアルの項目' })
  await hasKeyboard(field)
  await page.keyboard.type(search)
  await page.locator('[data-combobox-selected]').waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
}

describe('by keyboard alone', () => {
  it('returns one with a pin, accepts the next, mends the last, and the queue is done', async () => {
    for (const index of [0, 1, 2]) await submitted(index)
    const page = await queueOf('sato')
    await page.getByText('3件が待っています').waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('link', { name: '次の1件を検品する・血球画像の枠づけ タスク1' }).press('Enter')
    await seen(page, 1)
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('j')
    await page.getByText('2 / 2枚目').waitFor()
    await page.keyboard.press('k')
    await page.getByText('1 / 2枚目').waitFor()
    await toStage(page)
    await keys(page, 'm', 'ArrowRight*4', 'Enter')
    await page.getByRole('combobox', { name: 'マニュアルの項目' }).waitFor()
    expect(await axe(page)).toEqual([])
    await chooseClause(page, '端で切れた')
    await page.keyboard.type('端の細胞も囲んでください')
    await keys(page, 'Control+Enter', 'r')
    await page.getByText('差し戻しました：血球画像の枠づけ タスク1・指摘1件').waitFor()
    await page.waitForURL(`**/review/${at.taskId(1)}`)
    await seen(page, 2)
    await page.keyboard.press('a')
    await page.waitForURL(`**/review/${at.taskId(2)}`)
    await seen(page, 3)
    await page.keyboard.press('f')
    await page.getByRole('button', { name: /直して受け入れる/ }).waitFor()
    await picture(page)
    await toStage(page)
    await keys(page, 'b', 'Enter', 'ArrowRight*3', 'ArrowDown*3', 'Enter', 'Escape')
    expect(await shownShapes(page)).toBe(2)
    expect(await axe(page)).toEqual([])
    await keys(page, 'Control+Enter')
    await page.getByText('直して受け入れました').waitFor()
    expect(await Promise.all([0, 1, 2].map(stateOf))).toEqual(['returned', 'accepted', 'accepted'])
    const pin = await at.house.world.db.rows.pin.findFirstOrThrow({
      where: { assignmentId: at.taskId(0) },
      include: { messages: true },
    })
    expect([pin.clauseId, pin.messages[0]?.body]).toEqual([at.order.clauseIds[1], '端の細胞も囲んでください'])
    const review = await at.house.world.db.rows.review.findFirstOrThrow({ where: { assignmentId: at.taskId(2) } })
    expect(review.decision).toBe('fixed')
  })

  it('says what is missing before a return, and asks before pins are dropped', async () => {
    await submitted(0)
    const page = await desk('sato', 0)
    await seen(page, 1)
    await keys(page, 'm', 'r')
    await page.getByText('直してほしい場所に指摘を置きます').waitFor()
    await hasKeyboard(page.getByRole('application'))
    await keys(page, 'm', 'Enter', 'Escape')
    await toStage(page)
    await page.keyboard.press('r')
    await page.getByText('どの項目についての指摘かを選んでください').first().waitFor()
    await page.getByText('どう直してほしいかを書いてください').waitFor()
    expect(await axe(page)).toEqual([])
    await toStage(page)
    await page.keyboard.press('a')
    await page.getByRole('dialog', { name: '指摘を送らずに受け入れますか？' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await stateOf(0)).toBe('submitted')
  })
})

describe('two directors', () => {
  it('see each other, and lose nothing when the other was faster', async () => {
    await submitted(0)
    const mori = await queueOf('mori')
    const sato = await desk('sato', 0)
    await mori.getByText('satoさんが検品中').first().waitFor()
    await sato.getByRole('button', { name: '指摘を置く' }).click()
    const place = await spot(sato, 300, 200)
    await sato.mouse.click(place.x, place.y)
    await chooseClause(sato, '1.1')
    await sato.keyboard.type('枠を小さく')

    await mori.goto(`${at.house.url}/review/${at.taskId(0)}`)
    await picture(mori)
    await mori.getByText('satoさんがいま検品しています').waitFor()
    expect(await mori.getByRole('button', { name: /受け入れる/ }).count()).toBe(0)
    expect(await axe(mori)).toEqual([])

    // A reload loses nothing, nor does the time running out.
    await sato.reload()
    await picture(sato)
    await sato.getByText('1.1 枠を小さく').waitFor()
    at.house.clock.advance(at.house.world.settings.reviewLeaseSeconds + 1)
    await mori.getByRole('button', { name: 'もう一度開く' }).click()
    await mori.getByRole('button', { name: /受け入れる・90円/ }).click()
    await expect.poll(() => stateOf(0)).toBe('accepted')
    await sato.getByRole('button', { name: /差し戻す・指摘1件/ }).click()
    await sato.getByText('moriさんがもう終えています').waitFor()
    await sato.getByText('1.1 枠を小さく').waitFor()
    expect(await axe(sato)).toEqual([])
  })

  it('do not review their own work, and read why', async () => {
    await submitted(0, 'mori')
    const page = await queueOf('mori')
    await page.getByText('自分の提出').first().waitFor()
    await page.goto(`${at.house.url}/review/${at.taskId(0)}`)
    await picture(page)
    await page.getByText('自分の提出は検品できません').waitFor()
    expect(await axe(page)).toEqual([])
  })
})

it('shows earlier pins with their state and thread in place, and answers a question there', async () => {
  const first = await submitted(0)
  const director = await reviewer(at.house, at.town.people.sato)
  await director.sendBack(first, [pinOn(at.order, { x: 120, y: 100, message: 'この細胞も囲んでください' })])
  const hana = await asPerson(at.house, at.town.people.hana)
  await hana(resumeTask, { params: { assignmentId: at.taskId(0) } })
  const pin = await at.house.world.db.rows.pin.findFirstOrThrow({ where: { assignmentId: at.taskId(0) } })
  const body = { state: 'question' as const, message: '重なった細胞は含みますか' }
  await hana(answerPin, { params: { pinId: pin.id }, body })
  await submitted(0)
  const page = await desk('sato', 0)
  await page.getByText('2回目').waitFor()
  await page.getByRole('button', { name: '指摘 1：質問あり' }).click()
  await page.getByText('重なった細胞は含みますか').waitFor()
  await page.getByRole('textbox', { name: '続けて書く' }).fill('含みます')
  await page.getByRole('button', { name: '送る', exact: true }).click()
  await page.getByText('含みます', { exact: true }).waitFor()
  await page.getByRole('button', { name: '前回の提出を重ねて表示' }).click()
  expect(await axe(page)).toEqual([])
  await look(page, 'review-second-round')
})

it('shows every column of the queue in English too, none of them cut off', async () => {
  const now = at.house.clock.now()
  at.house.clock.moveTo(new Date(now.getTime() - 30 * 3_600_000))
  await submitted(0)
  at.house.clock.moveTo(now)
  const underReview = await submitted(1)
  await (await asPerson(at.house, at.town.people.mori))(startReview, { params: { submissionId: underReview } })
  const page = await queueOf('sato', { language: 'en' })
  await page.getByText('Ready', { exact: true }).first().waitFor()
  const overflow = () =>
    page.getByRole('table').evaluate((table) => {
      const frame = table.parentElement ?? table
      return frame.scrollWidth - frame.clientWidth
    })
  // Until the font arrives words are wider.
  await expect.poll(overflow).toBe(0)
  await look(page, 'review-queue-en')
})

it('is left to colleagues by whoever goes back to the queue', async () => {
  const submissionId = await submitted(0)
  const leases = () => at.house.world.db.rows.reviewLease.count({ where: { submissionId } })
  const page = await queueOf('sato')
  await page.getByRole('link', { name: /^次の1件を検品する/ }).click()
  await expect.poll(leases).toBe(1)
  await settled(page)
  await page.goBack()
  await expect.poll(leases).toBe(0)
})

it('works by touch on a phone, in English and dark', async () => {
  await submitted(0)
  const page = await queueOf('sato', { ...phone, language: 'en', scheme: 'dark' })
  await page.getByText('Ready', { exact: true }).first().waitFor()
  expect(await axe(page)).toEqual([])
  expect(await fitsAcross(page)).toBe(true)
  await page.getByRole('link', { name: /^Review the next one/ }).tap()
  await settled(page)
  await picture(page)
  expect(await axe(page)).toEqual([])
  expect(await fitsAcross(page)).toBe(true)
  await page.getByRole('button', { name: 'Place a pin' }).tap()
  const place = await spot(page, 300, 200)
  await page.touchscreen.tap(place.x, place.y)
  await page.getByRole('option', { name: '1.2 画像の端' }).tap()
  await page.getByRole('textbox', { name: 'What to say' }).fill('Please box this one too')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Done', exact: true }).tap()
  await page.getByRole('button', { name: 'Return · 1 pin' }).tap()
  await expect.poll(() => stateOf(0)).toBe('returned')
})
