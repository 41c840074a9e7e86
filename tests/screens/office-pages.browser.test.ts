import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { requestChange } from '../../kit/contract/deliveries.ts'
import { makeDeliveredOrder } from '../support/accepted-order.ts'
import { asPerson } from '../support/ask.ts'
import {
  axe,
  fitsAcross,
  hasKeyboard,
  look,
  phone,
  press,
  settled,
  tabTo,
  type WindowOptions,
} from '../support/browser.ts'
import { makeDeposits } from '../support/deposit-row.ts'
import { makeContractedOrder, makeSubmittedOrder } from '../support/draft-order.ts'
import { makeInvoice } from '../support/invoice-row.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import type { TownPerson } from '../support/town.ts'
import { officeHouse } from './office-house.ts'

const at = officeHouse()

const opened = (path: string, options: WindowOptions = {}, who: TownPerson = 'office') =>
  at.browsing.open(at.town.people[who], `/office${path}`, options)
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 })
const isFine = async (page: Page) => expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
const narrow: WindowOptions = { ...phone, language: 'en', scheme: 'dark' }

describe('by keyboard alone', () => {
  it('a quote is priced while it is typed, and offered', async () => {
    const orderId = await makeSubmittedOrder(at.house, at.town)
    const page = await opened(`/orders/${orderId}`)
    await page.getByLabel('1枚あたりの支払い（税抜）').waitFor()
    await tabTo(page, /^1枚あたりの支払い/)
    await press(page, 'Control+a')
    await page.keyboard.type('33')
    await tabTo(page, /^発注者への価格/)
    await press(page, 'Control+a')
    await page.keyboard.type('5000')
    await page.getByRole('button', { name: /5,500円/ }).waitFor()
    await isFine(page)
    await look(page, 'office-quote')
    await tabTo(page, /5,500円/)
    await press(page, 'Enter')
    await heading(page, '発注者の返事を待っています').waitFor()
  })

  it('an agreed order is split after a look at what comes of it, and handed to teams', async () => {
    const { orderId } = await makeContractedOrder(at.house, at.town, 4)
    const page = await opened(`/orders/${orderId}/split`)
    await page.getByLabel('1タスクの画像の数').waitFor()
    await tabTo(page, /^1タスクの画像の数/)
    await press(page, 'Control+a')
    await page.keyboard.type('2')
    await page.getByRole('button', { name: '2件のタスクに分ける' }).waitFor()
    await isFine(page)
    await look(page, 'office-split')
    await tabTo(page, /^2件のタスクに分ける$/)
    await press(page, 'Enter')
    await expect.poll(() => at.house.world.db.rows.split.count({ where: { orderId } })).toBe(1)
    await at.house.settle()
    await page.getByText('2件のタスクに分けました').waitFor()
    await tabTo(page, /^チームに割り当てる$/)
    await press(page, 'Enter')
    await page.getByLabel('北チームの割合（%）').waitFor()
    await isFine(page)
    await look(page, 'office-allotment')
    await tabTo(page, /^北チームの割合/)
    await press(page, 'Control+a')
    await page.keyboard.type('80')
    await page.getByText(/合計を100%にしてください/).waitFor()
    await tabTo(page, /^南チームの割合/)
    await press(page, 'Control+a')
    await page.keyboard.type('20')
    await page.getByText('ちょうど100%です').waitFor()
    await tabTo(page, /^2件をチームに渡す$/)
    await press(page, 'Enter')
    await page.waitForURL(`**/office/orders/${orderId}`)
    const given = await at.house.world.db.rows.assignment.groupBy({ by: ['teamId'], where: { orderId }, _count: true })
    expect(given.reduce((sum, { _count }) => sum + _count, 0)).toBe(2)
  })

  it('what the client wants changed is chosen and asked to be done again', async () => {
    const { orderId, deliveryId } = await makeDeliveredOrder(at.house, at.town, { realImages: true })
    const client = await asPerson(at.house, at.town.people.client)
    await client(requestChange, { params: { deliveryId }, body: { reason: '枠を大きくしてください' } })
    const page = await opened(`/orders/${orderId}`)
    await heading(page, '変更のお願いが届いています').waitFor()
    await tabTo(page, /^手直しするタスクを選ぶ$/)
    await press(page, 'Enter')
    await page.getByRole('checkbox', { name: 'タスク1を選ぶ' }).waitFor()
    await tabTo(page, /^タスク1を選ぶ$/)
    await press(page, 'Space')
    await isFine(page)
    await look(page, 'office-tasks')
    await tabTo(page, /^選んだ1件の手直しを頼む$/)
    await press(page, 'Enter')
    const reason = page.getByRole('dialog').getByLabel('理由')
    await hasKeyboard(reason)
    expect(await reason.inputValue()).toBe('枠を大きくしてください')
    expect(await axe(page)).toEqual([])
    await tabTo(page, /^手直しを頼む$/)
    await press(page, 'Enter')
    await page.getByText('手直し: 枠を大きくしてください').waitFor()
    await page.goto(`${at.house.url}/office/orders/${orderId}`)
    await heading(page, '変更のお願いに対応しています').waitFor()
  })

  it('somebody is invited, and the link is shown once', async () => {
    const page = await opened('/people')
    await page.getByRole('row', { name: /hana/ }).waitFor()
    await isFine(page)
    await look(page, 'office-people')
    await press(page, 'n')
    await page.getByRole('dialog', { name: '人を招待する' }).waitFor()
    await hasKeyboard(page.getByRole('dialog').getByLabel('名前'))
    await page.keyboard.type('新しい人')
    await press(page, 'Tab')
    await page.keyboard.type('new@example.jp')
    await page.getByLabel('チーム・団体・案件').selectOption({ label: '北チーム' })
    expect(await axe(page)).toEqual([])
    await tabTo(page, /^招待する$/)
    await press(page, 'Enter')
    await page.getByRole('dialog', { name: '招待リンクができました' }).waitFor()
    expect(await page.getByRole('textbox', { name: '招待リンク' }).inputValue()).toMatch(/\/invitation/)
    expect(await axe(page)).toEqual([])
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('the invitation waits in the outbox, to be copied and passed on', async () => {
    const page = await opened('/mails')
    await tabTo(page, /^new@example.jpへのメールを開く$/)
    await isFine(page)
    await look(page, 'office-mails')
    await press(page, 'Enter')
    await page.getByRole('dialog', { name: 'つむぎへの招待' }).waitFor()
    expect(await page.getByRole('textbox', { name: '本文' }).inputValue()).toMatch(/\/invitation\/[\w-]{43}/)
    expect(await axe(page)).toEqual([])
    await look(page, 'office-mail')
  })

  it('an entry is proposed by hand, and posted once a colleague says yes', async () => {
    const page = await opened('/ledger/by-hand')
    await page.getByRole('button', { name: '仕訳を提案する' }).click()
    await page.getByLabel('理由').fill('11月の振込手数料')
    await page.getByLabel('金額（円）').fill('880')
    await page.getByRole('button', { name: '提案する・880円' }).waitFor()
    expect(await axe(page)).toEqual([])
    await press(page, 'Enter')
    await page.getByText('ほかの担当者の承認を待っています', { exact: true }).waitFor()
    const other = await opened('/ledger/by-hand', narrow, 'payroll')
    await other.getByRole('button', { name: 'Approve' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await other.getByText('Posted', { exact: true }).waitFor()
    await isFine(other)
    await look(other, 'office-by-hand-phone')
    await page.getByText('記帳済み', { exact: true }).waitFor()
    await isFine(page)
  })

  it('the audit trail is narrowed to one kind of event', async () => {
    const page = await opened('/audit')
    await page.getByRole('rowheader', { name: /招待しました/ }).waitFor()
    await isFine(page)
    await look(page, 'office-audit')
    await page.getByLabel(/絞/).selectOption({ label: '…を招待しました' })
    await expect.poll(() => page.getByRole('rowheader').count()).toBe(1)
  })
})

describe('on a dark English phone', () => {
  it('every page of the office reads well', async () => {
    const { orderId } = await makeContractedOrder(at.house, at.town, 2)
    const running = await makeRunningOrder(at.house, at.town, { images: 4, realImages: true })
    const invoiceId = await makeInvoice(at.house, at.town.clientId, running.orderId)
    const { importId } = await makeDeposits(at.house)
    const paths = [
      '/people',
      '/ledger',
      '/invoices',
      `/invoices/${invoiceId}`,
      '/deposits',
      `/deposits/${importId}`,
      '/documents',
      '/books',
      '/audit',
      '/mails',
      '/orders/new',
      `/orders/${orderId}/split`,
      `/orders/${running.orderId}/split`,
      `/orders/${running.orderId}/allotment`,
      `/orders/${running.orderId}/tasks`,
      '/me',
    ]
    for (const path of paths) {
      const page = await opened(path, narrow)
      expect([path, await axe(page), await fitsAcross(page)]).toEqual([path, [], true])
      await look(page, `office-phone${path.replaceAll('/', '-').replace(/[0-9a-f-]{36}/, 'x')}`)
      await page.context().close()
    }
  })

  it('every page a role is led to opens for it', async () => {
    for (const who of ['payroll', 'coordinator', 'municipality', 'partner'] as const) {
      const page = await opened('/', {}, who)
      await isFine(page)
      await look(page, `office-first-${who}`)
      const links = page.getByRole('navigation').getByRole('link')
      const count = await links.count()
      expect([who, count > 0]).toEqual([who, true])
      for (let index = 0; index < count; index++) {
        await links.nth(index).click()
        await settled(page)
        expect([who, page.url(), await page.getByRole('alert').count()]).toEqual([who, page.url(), 0])
      }
      await page.context().close()
    }
  })

  it('whoever opens the wrong one of the two screens is taken to theirs', async () => {
    const worker = await opened('/', {}, 'hana')
    await worker.waitForURL(`${at.house.url}/`)
    await worker.getByText('いま何分ありますか？').waitFor()
    const client = await at.browsing.open(at.town.people.client, '/')
    await client.waitForURL(`${at.house.url}/office/`)
    await client.getByRole('heading', { name: '案件', level: 1 }).waitFor()
  })
})

describe('when something goes wrong', () => {
  it('an answer that fails says so and is asked for again; one that takes long keeps its place', async () => {
    const page = await opened('/people')
    let go = () => {}
    await page.route('**/api/ledger*', async (route) => {
      await new Promise<void>((resolve) => {
        go = resolve
      })
      await route.abort()
    })
    await page.getByRole('link', { name: '台帳' }).click()
    await page.locator('[data-kind][role="status"]').first().waitFor()
    expect(await axe(page)).toEqual([])
    const failing = setInterval(() => go(), 50)
    await page.getByRole('alert').first().getByText('サーバーにつながりません').waitFor()
    clearInterval(failing)
    expect(await axe(page)).toEqual([])
    await page.unroute('**/api/ledger*')
    await page.getByRole('button', { name: 'もう一度試す' }).first().click()
    await heading(page, '案件ごとの粗利').waitFor()
  })

  it('an address that leads nowhere says so and leads on', async () => {
    const page = await opened('/orders/0190a1b2-0000-7000-8000-000000000000')
    await page
      .getByText(/見つかりません/)
      .first()
      .waitFor()
    await isFine(page)
  })
})
