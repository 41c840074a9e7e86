import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { changePayerAccount } from '../../kit/contract/transfers.ts'
import { asPerson } from '../support/ask.ts'
import { axe, type Browsing, fitsAcross, look, openBrowser, phone, press, tabTo } from '../support/browser.ts'
import { closeMonth } from '../support/close-month.ts'
import { type House, openHouseWithScreens } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { givePassword, townPassword } from '../support/passwords.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let browsing: Browsing
let page: Page

const bank = { bankCode: '0143', branchCode: '433', kind: 'ordinary', number: '7654321' } as const
const habits = { newline: 'crlf', manner: '7', clearing: '0000' } as const
const payer = { payerCode: '1234567890', nameKana: 'ザイ)シオジリ', ...bank, ...habits }

// October is closed: hana gets 136 yen and sato 26. The account we pay from is known.
beforeAll(async () => {
  house = await openHouseWithScreens()
  house.clock.moveTo(new Date('2026-10-20T03:00:00Z'))
  town = await makeTown(house)
  const order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4, unitPayYen: 31 })
  await (await reviewer(house, town.people.sato)).accept(
    await submitByRow(house, order.assignmentIds[0] ?? '', town.people.hana),
  )
  house.clock.moveTo(new Date('2026-11-02T03:00:00Z'))
  await closeMonth(house, town, '2026-10')
  await givePassword(house, town.people.hana)
  await (await asPerson(house, town.people.payroll))(changePayerAccount, { body: { ...payer, version: 0 } })
  browsing = await openBrowser(house)
})
afterEach(async () => {
  await page?.context().close()
  expect(browsing.problems.splice(0)).toEqual([])
})
afterAll(async () => {
  await browsing?.close()
  await house?.close()
})

const isFine = async () => expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
async function choose(field: string, typed: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(typed)
  await page.getByRole('option', { name: option }).click()
}

it('somebody who works says on a phone where they are paid', async () => {
  page = await browsing.open(town.people.hana, '/me', phone)
  await page.getByRole('button', { name: '口座を登録する' }).click()
  await choose('銀行', 'はちじゅうに', '八十二長野 (0143)')
  await choose('支店', 'しおじり', '塩尻 (433)')
  await page.getByLabel('口座番号').fill('12345')
  await page.getByLabel('口座名義（カナ）').fill('鹿野 花')
  await page.getByLabel('いまのパスワード').fill(townPassword)
  await isFine()
  await look(page, 'bank-account-form-phone')
  await page.getByRole('button', { name: 'この口座で受け取る' }).click()
  await page.getByText(/漢字の読みは決められません/).waitFor()
  await page.getByLabel('口座名義（カナ）').fill('かの はな')
  await page.getByRole('button', { name: 'この口座で受け取る' }).click()
  await page.getByText('カノ ハナ').waitFor()
  await page.getByText('普通 ****345').waitFor()
  await isFine()
  await look(page, 'bank-account-phone')
})

it('the account we pay from: when a colleague was faster, both versions stand there, how the bank wants its file included', async () => {
  page = await browsing.open(town.people.payroll, '/office/pay/2026-10/transfers')
  await page.getByRole('button', { name: '口座を変える' }).click()
  const form = page.getByRole('dialog', { name: '口座を変える' })
  await form.getByLabel('委託者コード（10桁）').fill('1234567890')
  await form.getByLabel('委託者名（カナ）').fill('ザイ)シオジリ')
  await choose('銀行', 'はちじゅうに', '八十二長野 (0143)')
  await choose('支店', 'しおじり', '塩尻 (433)')
  await form.getByLabel('口座番号').fill('7654321')
  const colleague = await asPerson(house, town.people.payroll)
  ;(await colleague(changePayerAccount, { body: { ...payer, newline: 'none', version: 1 } })).answer
  await form.getByRole('button', { name: '登録する' }).click()
  const both = page.getByRole('dialog', { name: '先に保存された内容があります' })
  await both.getByText('付けない').waitFor()
  await isFine()
  await look(page, 'payer-both-versions')
  await both.getByRole('button', { name: 'ここで入力した内容にする' }).click()
  await page.getByRole('dialog').first().waitFor({ state: 'detached' })
  const said = await house.world.db.rows.payerAccount.findMany({ orderBy: { version: 'asc' } })
  expect(said.map(({ newline }) => newline)).toEqual(['crlf', 'none', 'crlf'])
})

it('transfers are prepared by payroll, who enters a missing account too', async () => {
  page = await browsing.open(town.people.payroll, '/office/pay/2026-10')
  await page.getByRole('link', { name: /振込に進む/ }).click()
  await page.getByText('口座の登録がありません').waitFor()
  await isFine()
  await look(page, 'transfers-left')
  await page.getByRole('button', { name: 'satoさんの口座を入れる' }).click()
  await page.getByLabel('通帳の種類').selectOption({ label: 'ゆうちょ銀行（記号・番号）' })
  await page.getByLabel('記号（5桁）').fill('11180')
  await page.getByLabel('番号（8桁まで）').fill('12345671')
  await page.getByLabel('口座名義（カナ）').fill('サトウ')
  await isFine()
  await page.getByRole('button', { name: '入れて確認を頼む' }).click()
  await page.getByText('ほかの担当者が確かめます').waitFor()
  await page.getByRole('button', { name: '振込を用意する・1人・136円' }).click()
  await page.getByText('あなたが用意しました').waitFor()
  await isFine()
  await look(page, 'transfers-prepared')
})

it('a colleague checks the account and approves by keyboard on a phone; payroll takes the file', async () => {
  page = await browsing.open(town.people.office, '/office/pay/2026-10/transfers', { ...phone, language: 'en' })
  await page.getByText('entered by payroll').waitFor()
  await isFine()
  await tabTo(page, /^Check$/)
  await press(page, 'Enter')
  await page.getByRole('dialog', { name: 'Use this account for sato?' }).waitFor()
  await tabTo(page, /^Checked: use it$/)
  await press(page, 'Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await tabTo(page, /^Approve and make the file · 1 person · ¥136$/)
  await press(page, 'Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo(page, /^Approve$/)
  await press(page, 'Enter')
  await page.getByText('Ready for the bank').waitFor()
  await isFine()
  await look(page, 'transfers-approved-phone')
  await page.context().close()

  page = await browsing.open(town.people.payroll, '/office/pay/2026-10/transfers', { scheme: 'dark' })
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '振込ファイルを保存する' }).click()
  expect((await saving).suggestedFilename()).toBe('sougou-furikomi-2026-11-25-1.txt')
  await isFine()
  await look(page, 'transfers-file')
})
