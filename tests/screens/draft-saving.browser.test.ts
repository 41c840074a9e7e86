import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  changeClientTerms,
  changeInvoiceIssuer,
  getClientTerms,
  getInvoiceIssuer,
} from '../../kit/contract/invoices.ts'
import { getManual, publishManual } from '../../kit/contract/manuals.ts'
import { changeOrder, getOrder } from '../../kit/contract/orders.ts'
import { changeMemberships } from '../../kit/contract/people.ts'
import { asPerson } from '../support/ask.ts'
import { axe, fitsAcross, look, phone, settled, type WindowOptions } from '../support/browser.ts'
import { makeDraft } from '../support/draft-order.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeSoldOrder } from '../support/sold-order.ts'
import { officeHouse } from './office-house.ts'

const at = officeHouse()
const opened = (path: string, options: WindowOptions = {}) =>
  at.browsing.open(at.town.people.office, `/office${path}`, options)
const clientAt = (path: string) => at.browsing.open(at.town.people.client, `/office${path}`)
const storyOf = async (orderId: string) =>
  (await (await asPerson(at.house, at.town.people.client))(getOrder, { params: { orderId } })).answer

const isFine = async (page: Page) => expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])

const slowly = { timeout: 15_000 }

describe('nothing typed is lost', () => {
  it('without a line it stays on the device, also when the window is closed, and is sent when the line is back', async () => {
    const orderId = await makeDraft(at.house, at.town)
    const page = await clientAt(`/orders/${orderId}`)
    await page.route('**/api/orders/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    )
    await page.getByLabel('お願いしたいこと').fill('線が切れていても残る')
    await page.getByText('この端末に保存しました').waitFor()
    await page.reload()
    await settled(page)
    await page.unroute('**/api/orders/*')
    expect(await page.getByLabel('お願いしたいこと').inputValue()).toBe('線が切れていても残る')
    await expect.poll(async () => (await storyOf(orderId)).brief, slowly).toBe('線が切れていても残る')
  })

  it('what was typed a moment before leaving the page is saved', async () => {
    const orderId = await makeDraft(at.house, at.town)
    const page = await clientAt(`/orders/${orderId}`)
    await readNoMore(page, `/api/orders/${orderId}`)
    await page.getByLabel('案件の名前').fill('すぐに離れた')
    await page.getByRole('link', { name: '案件の一覧' }).click()
    await page.getByRole('row', { name: /すぐに離れた/ }).waitFor()
    await page.goBack()
    await page.getByLabel('お願いしたいこと').fill('閉じる直前')
    await page.goto(`${at.house.url}/`)
    await expect.poll(async () => (await storyOf(orderId)).brief, slowly).toBe('閉じる直前')
  })

  it('what a colleague writes appears, and where both wrote it is asked which stays', async () => {
    const orderId = await makeDraft(at.house, at.town)
    const colleague = await asPerson(at.house, at.town.people.client)
    const page = await clientAt(`/orders/${orderId}`)
    void (await colleague(changeOrder, { params: { orderId }, body: { version: 1, title: '同僚がつけた名前' } })).answer
    await expect.poll(() => page.getByLabel('案件の名前').inputValue()).toBe('同僚がつけた名前')

    await page.route('**/api/orders/*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    )
    await page.getByLabel('お願いしたいこと').fill('わたしの文')
    await page.getByText('この端末に保存しました').waitFor()
    void (await colleague(changeOrder, { params: { orderId }, body: { version: 2, brief: '同僚の文' } })).answer
    await page.getByText('ほかの人も同じところを変えました').waitFor()
    await page.getByText('同僚の文').waitFor()
    expect(await axe(page)).toEqual([])
    await page.unroute('**/api/orders/*')
    await page.getByRole('button', { name: 'この画面の内容を残す' }).click()
    await expect.poll(async () => (await storyOf(orderId)).brief, slowly).toBe('わたしの文')
  })
})

/** A slow line: from now on the page asks in vain for this address. */
function readNoMore(page: Page, path: string): Promise<void> {
  return page.evaluate((slow) => {
    const really = window.fetch
    window.fetch = (where, how) =>
      how?.method === 'GET' && where === slow ? new Promise<never>(() => {}) : really(where, how)
  }, path)
}

describe('what two people change at once', () => {
  const chosen = /ここで入力した内容[\s\S]+先に保存された内容/

  it('somebody’s roles: both versions stand beside each other, and what was typed here is saved on top when chosen', async () => {
    const personId = at.town.people.ken
    const page = await opened('/people')
    await page.getByRole('button', { name: 'kenさんの役割を変える' }).click()
    await page.getByRole('dialog').getByLabel('役割').first().selectOption('leader')
    await page.getByRole('dialog').getByLabel('チーム・団体・案件').first().selectOption(at.town.northTeamId)
    const memberships = [{ role: 'worker' as const, teamId: at.town.southTeamId }]
    const office = await asPerson(at.house, at.town.people.office)
    await office(changeMemberships, { params: { personId }, body: { memberships, version: 1 } })
    await page.getByRole('button', { name: 'この役割にする' }).click()
    const both = page.getByRole('dialog', { name: '先に保存された内容があります' })
    await expect.poll(() => both.innerText()).toMatch(chosen)
    await isFine(page)
    await look(page, 'both-versions')
    await both.getByRole('button', { name: 'ここで入力した内容にする' }).click()
    await both.waitFor({ state: 'detached' })
    const held = await at.house.world.db.rows.membership.findMany({ where: { personId } })
    expect(held.map(({ role, teamId }) => [role, teamId])).toEqual([['leader', at.town.northTeamId]])
  })

  it('a manual: what was published first is kept when chosen, and writing goes on from it', async () => {
    const { orderId } = await makeRunningOrder(at.house, at.town, { images: 2, unitsPerTask: 2 })
    const office = await asPerson(at.house, at.town.people.office)
    const { version } = (await office(getManual, { params: { orderId } })).answer
    const page = await opened(`/orders/${orderId}`, phone)
    await page.getByRole('button', { name: /(マニュアル|次の版)を書く/ }).click()
    await page.getByLabel('見出し').first().fill('ここで書いた題')
    const clauses = [{ number: '1', title: '先に出した題', body: '先に出した内容' }]
    await office(publishManual, { params: { orderId }, body: { version, clauses } })
    await page.getByRole('button', { name: /版として出す/ }).click()
    const both = page.getByRole('dialog', { name: '先に保存された内容があります' })
    await expect.poll(() => both.innerText()).toMatch(chosen)
    await isFine(page)
    await look(page, 'both-versions-phone')
    await both.getByRole('button', { name: '先に保存された内容を残す' }).click()
    await expect.poll(() => page.getByLabel('見出し').first().inputValue()).toBe('先に出した題')
  })

  it('what invoices say about us, and how a client is billed: each chosen on its own', async () => {
    await makeSoldOrder(at.house, at.town, 5_000)
    const office = await asPerson(at.house, at.town.people.office)
    const page = await opened('/invoices')
    const both = page.getByRole('dialog', { name: '先に保存された内容があります' })

    await page.getByRole('button', { name: '発行者の記載' }).click()
    const said = { nameEn: 'x', registrationNumber: 'T7123456789012', address: 'x', contact: 'x', bankAccount: 'x' }
    for (const [field, typed] of [
      ['発行者の名前', 'ここで書いた名前'],
      ['名前（英語）', said.nameEn],
      ['登録番号', said.registrationNumber],
      ['所在地', said.address],
      ['連絡先', said.contact],
      ['お振込先', said.bankAccount],
    ] as const) {
      await page.getByRole('dialog').getByLabel(field).fill(typed)
    }
    const issuer = { ...said, name: '先に書いた名前', rounding: 'floor' as const, validFrom: '2026-04-01', version: 0 }
    ;(await office(changeInvoiceIssuer, { body: issuer })).answer
    await page.getByRole('button', { name: '保存する' }).click()
    await expect.poll(() => both.innerText()).toMatch(/ここで書いた名前[\s\S]+先に書いた名前/)
    await isFine(page)
    await look(page, 'issuer-both-versions')
    await both.getByRole('button', { name: 'ここで入力した内容にする' }).click()
    await page.getByRole('dialog').first().waitFor({ state: 'detached' })
    expect((await office(getInvoiceIssuer)).answer).toMatchObject({ version: 2, issuer: { name: 'ここで書いた名前' } })

    await page.getByRole('button', { name: '請求条件' }).click()
    await page.getByLabel('宛名').fill('ここで書いた宛名')
    const params = { clientId: at.town.clientId }
    const { terms } = (await office(getClientTerms, { params })).answer
    const body = { ...terms, addressee: '先に書いた宛名', validFrom: '2026-04-01', version: 0 }
    ;(await office(changeClientTerms, { params, body })).answer
    await page.getByRole('button', { name: '保存する' }).click()
    await expect.poll(() => both.innerText()).toMatch(/ここで書いた宛名[\s\S]+先に書いた宛名/)
    await isFine(page)
    // The day is the one that was saved, not today.
    await both.getByText('2026年4月1日').waitFor()
    await both.getByRole('button', { name: '先に保存された内容を残す' }).click()
    await both.waitFor({ state: 'detached' })
    expect(await page.getByLabel('宛名').inputValue()).toBe('先に書いた宛名')
    expect((await office(getClientTerms, { params })).answer.version).toBe(1)
  })
})
