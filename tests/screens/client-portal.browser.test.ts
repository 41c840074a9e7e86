import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { requestChange } from '../../kit/contract/deliveries.ts'
import { getOrder, offerQuote } from '../../kit/contract/orders.ts'
import { makeAcceptedOrder, makeDeliveredOrder } from '../support/accepted-order.ts'
import { asPerson } from '../support/ask.ts'
import { axe, fitsAcross, look, phone, press, settled, tabTo } from '../support/browser.ts'
import { makeDraft, makeQuotedOrder, offer } from '../support/draft-order.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { bloodImages, zipOf } from '../support/pictures.ts'
import { reviewer } from '../support/reviewer.ts'
import { townPeople } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'
import { officeHouse } from './office-house.ts'

const at = officeHouse()
const pictures = resolve(import.meta.dirname, '../fixtures/bccd/JPEGImages')

const clientAt = (path: string, options = {}) => at.browsing.open(at.town.people.client, `/office${path}`, options)
const officeAt = (path: string, options = {}) => at.browsing.open(at.town.people.office, `/office${path}`, options)
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 })
const storyOf = async (orderId: string) =>
  (await (await asPerson(at.house, at.town.people.client))(getOrder, { params: { orderId } })).answer

const slowly = { timeout: 15_000 }

/** Confirms in the dialog that is open. */
const confirm = (page: Page, name: string | RegExp) => page.getByRole('dialog').getByRole('button', { name }).click()

describe('placing an order', () => {
  it('images one by one and in a zip, labels, a day: everything saves itself, and the office hears of it', async () => {
    const office = await officeAt('/')
    const page = await clientAt('/')
    await page.getByRole('link', { name: '新しい案件をつくる' }).click()
    await page.getByLabel('案件の名前').fill('血球画像の囲み')
    await page.getByRole('button', { name: 'この案件の下書きをつくる' }).click()
    await page.getByRole('heading', { level: 1, name: '血球画像の囲み' }).waitFor()
    await page.getByRole('button', { name: '見積を依頼する' }).isDisabled()

    const zip = await zipOf((await bloodImages(8)).slice(3))
    const names = (await bloodImages(3)).map(({ name }) => resolve(pictures, name))
    await page.locator('input[type=file]').setInputFiles([...names, resolve(import.meta.dirname, 'office-house.ts')])
    await page.getByText('画像を3枚入れました').waitFor()
    await page.getByRole('alert').getByText('office-house.ts').waitFor()
    await dropFile(page, 'cells.zip', zip)
    await page.getByText('画像を8枚入れました').waitFor()
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'BloodImage' }).count(), slowly).toBe(8)
    await page.getByRole('button', { name: /BloodImage_00000.*を外す/ }).click()
    await page.getByText('7枚', { exact: true }).waitFor()

    await page.getByLabel('お願いしたいこと').fill('細胞を枠で囲んでください。')
    await page.getByRole('button', { name: 'ラベルを足す' }).click()
    await page.keyboard.type('赤血球')
    await page.getByRole('button', { name: 'ラベルを足す' }).click()
    await page.keyboard.type('白血球')
    await page.getByRole('checkbox', { name: '多角形' }).last().check()
    await page.getByLabel('納期', { exact: true }).fill('2035-03-30')
    await page.getByText(/保存しました/).waitFor()
    await look(page, 'order-draft')
    expect(await axe(page)).toEqual([])

    await page.reload()
    await settled(page)
    await expect.poll(() => page.getByLabel('お願いしたいこと').inputValue()).toBe('細胞を枠で囲んでください。')
    expect(await page.getByLabel('ラベルの名前').last().inputValue()).toBe('白血球')
    await page.getByRole('button', { name: '見積を依頼する' }).click()
    await heading(page, '事務局が見積をつくっています').waitFor()
    // The office's list was open all along and read nothing anew by itself.
    await office
      .getByRole('row', { name: /血球画像の囲み/ })
      .getByText('見積待ち')
      .waitFor()
  })

  it('by keyboard alone', async () => {
    const orderId = await makeDraft(at.house, at.town)
    const [file] = await bloodImages(1)
    const page = await clientAt(`/orders/${orderId}`)
    await page.getByLabel('お願いしたいこと').waitFor()
    await tabTo(page, /^お願いしたいこと/)
    await page.keyboard.type('枠で囲む')
    const chosen = page.waitForEvent('filechooser')
    await tabTo(page, /ファイルを選ぶ/)
    await page.keyboard.press('Enter')
    const chooser = await chosen
    await chooser.setFiles([{ name: file?.name ?? '', mimeType: 'image/jpeg', buffer: Buffer.from(file?.bytes ?? []) }])
    await page.getByText('画像を1枚入れました').waitFor()
    await tabTo(page, /^ラベル$/)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('ラベルを足す')
    await page.keyboard.press('Enter')
    await page.keyboard.type('細胞')
    await page.getByLabel('納期', { exact: true }).focus()
    await page.keyboard.type('03302035')
    await page.getByText(/そろいました/).waitFor()
    await tabTo(page, /^見積を依頼する$/)
    await page.keyboard.press('Enter')
    await heading(page, '事務局が見積をつくっています').waitFor()
    const story = await storyOf(orderId)
    expect(story).toMatchObject({ state: 'submitted', brief: '枠で囲む', dueOn: '2035-03-30', items: 1 })
    expect(story.labels).toMatchObject([{ name: '細胞', kinds: ['box'] }])
  })
})

describe('from quote to acceptance', () => {
  it('another quote is asked for and agreed to, in two windows that follow each other', async () => {
    const { orderId } = await makeQuotedOrder(at.house, at.town)
    const office = await officeAt(`/orders/${orderId}`)
    const page = await clientAt(`/orders/${orderId}`, phone)
    await heading(page, '見積が届きました').waitFor()
    await page.getByRole('button', { name: '別の見積をお願いする' }).click()
    await page.getByLabel('理由').fill('もう少し早くお願いします')
    await confirm(page, 'この内容でお願いする')
    await heading(office, '見積をつくり直しましょう').waitFor()
    await office.getByText('発注者から：もう少し早くお願いします').waitFor()
    const ask = await asPerson(at.house, at.town.people.office)
    ;(await ask(offerQuote, { params: { orderId }, body: { ...offer, priceYen: 4_000 } })).answer
    await page.getByRole('button', { name: 'この見積に合意する・4,400円' }).click()
    expect(await axe(page)).toEqual([])
    await confirm(page, /この見積に合意する/)
    await heading(page, '作業の準備をしています').waitFor()
    await heading(office, 'つぎは、タスクに分けます').waitFor()
    expect(await fitsAcross(page)).toBe(true)
  })

  it('progress moves by itself, on the order and in the list', async () => {
    const order = await makeRunningOrder(at.house, at.town, { images: 8, realImages: true })
    const page = await clientAt(`/orders/${order.orderId}`)
    const list = await clientAt('/')
    await page.getByText('2件中0件 完了').waitFor()
    await submitByRow(at.house, order.assignmentIds[0] ?? '', at.town.people.hana)
    const submission = await at.house.world.db.rows.submission.findFirstOrThrow({
      where: { assignmentId: order.assignmentIds[0] ?? '' },
    })
    await (await reviewer(at.house, at.town.people.sato)).accept(submission.id)
    await page.getByText('2件中1件 完了').waitFor()
    await list
      .getByRole('row', { name: new RegExp(`T-${order.number}`) })
      .getByText('2件中1件 完了')
      .waitFor()
  })

  it('by keyboard: looks first, asks for a change, looks at the next version, accepts', async () => {
    const { orderId, deliveryId } = await makeDeliveredOrder(at.house, at.town, { images: 4, realImages: true })
    const page = await clientAt(`/orders/${orderId}`)
    await tabTo(page, /^ダウンロードする/)
    const [first] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(first.suggestedFilename()).toMatch(/-v1\.zip$/)
    await page.getByText('納品 第1版をダウンロードしました').waitFor()
    await tabTo(page, /^変更をお願いする$/)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await page.keyboard.type('1枚目の細胞が抜けています')
    expect(await axe(page)).toEqual([])
    await tabTo(page, /^この内容でお願いする$/)
    await page.keyboard.press('Enter')
    await heading(page, '変更のお願いに対応しています').waitFor()

    const office = await officeAt(`/orders/${orderId}`)
    await office.getByRole('button', { name: '納品物をつくり直す' }).click()
    await heading(office, '納品物をつくっています').waitFor()
    await at.house.settle()
    await heading(page, '納品物が届きました').waitFor()
    await tabTo(page, /^検収する$/)
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /^検収する$/)
    await press(page, 'Enter')
    await heading(page, '検収ありがとうございました').waitFor()
    await heading(office, '検収されました').waitFor()
    const asked = await (await asPerson(at.house, at.town.people.client))(requestChange, {
      params: { deliveryId },
      body: { reason: 'もう一度' },
    })
    expect(asked.refusal?.code).toBe('delivery.not_ready')
  })
})

it('no answer tells a client who works or what it costs inside', async () => {
  const orders = [
    (await makeAcceptedOrder(at.house, at.town, { images: 4, realImages: true })).orderId,
    (await makeRunningOrder(at.house, at.town, { images: 4, realImages: true })).orderId,
    (await makeQuotedOrder(at.house, at.town)).orderId,
  ]
  const page = await clientAt('/')
  const answers: string[] = []
  page.on('response', async (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/') && response.headers()['content-type']?.includes('json'))
      answers.push(await response.text().catch(() => ''))
  })
  for (const orderId of orders) {
    await page.goto(`${at.house.url}/office/orders/${orderId}`)
    await settled(page)
    await page.getByRole('heading', { name: 'これまでのこと' }).waitFor()
  }
  await expect.poll(() => answers.filter((answer) => answer.includes('"quotes"')).length).toBeGreaterThanOrEqual(3)
  const all = answers.join('\n')
  // The client's own name is known to them; nobody else's.
  const others = townPeople.filter((name) => name !== 'client' && name !== 'office')
  expect(others.filter((name) => all.includes(`"${name}"`))).toEqual([])
  expect(all).not.toMatch(/unitPayYen|workerPayYen|reviewPayYen|overheadYen|costYen|marginYen|feeYen|北チーム|南チーム/)
})

/** Drops one file onto the page's drop area, as from the desk. */
async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const base64 = Buffer.from(bytes).toString('base64')
  const files = await page.evaluateHandle(
    ({ text, fileName }) => {
      const transfer = new DataTransfer()
      const file = new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], fileName)
      transfer.items.add(file)
      return transfer
    },
    { text: base64, fileName: name },
  )
  const area = page.getByText('画像またはzipを入れてください').locator('..')
  await area.dispatchEvent('dragover', { dataTransfer: files })
  await area.dispatchEvent('drop', { dataTransfer: files })
}
