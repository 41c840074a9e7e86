import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { allotTasks, claimTask } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import {
  axe,
  type Browsing,
  fitsAcross,
  hasKeyboard,
  look,
  openBrowser,
  phone,
  press,
  settled,
  tabTo,
} from '../support/browser.ts'
import { type House, openHouseWithScreens } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, confirmTermsByRow, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let browsing: Browsing
let office: Ask
let page: Page

beforeAll(async () => {
  house = await openHouseWithScreens()
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 24, unitsPerTask: 2, unitPayYen: 33, realImages: true })
  office = await asPerson(house, town.people.office)
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

const task = (number: number) => order.assignmentIds[number - 1] ?? ''
const holderOf = async (number: number) =>
  (await house.world.db.rows.assignment.findUniqueOrThrow({ where: { id: task(number) } })).personId
const offer = () => page.locator('[data-offer]')
const filledButtons = () => page.locator('main [data-variant="filled"]').count()

describe('choosing work', () => {
  it('says before any claim what it pays, shows the terms once, and opens the first task', async () => {
    page = await browsing.open(town.people.hana, '/')
    await expect.poll(() => offer().textContent()).toContain('1時間あたり 1,320円')
    await page.getByText('15分', { exact: true }).click()
    const button = page.getByRole('button', { name: '取引条件を確かめて、5件に着手する・約15分・330円' })
    await button.click()
    const dialog = page.getByRole('dialog', { name: '着手の前に、取引条件を確かめてください' })
    await expect.poll(() => dialog.textContent()).toContain('画像1枚 33円')
    expect(await axe(page)).toEqual([])
    await look(page, 'worker-day-terms')
    expect(await holderOf(1)).toBeNull()
    await dialog.getByRole('button', { name: '確かめました。着手する' }).click()
    await expect.poll(() => page.url()).toContain(`/work/${task(1)}`)
    expect([await holderOf(1), await holderOf(5), await holderOf(6)]).toEqual([
      town.people.hana,
      town.people.hana,
      null,
    ])
    await page.goBack()
    await page.getByRole('link', { name: /始める: 血球画像の枠づけ タスク1/ }).waitFor()
    // The terms are read: the next claim is one press.
    await page.getByRole('button', { name: 'この5件に着手する・約15分・330円' }).waitFor()
    expect(await filledButtons()).toBe(1)
    await page.getByRole('button', { name: 'あと2件を表示する' }).click()
    await page.getByRole('link', { name: /タスク5/ }).waitFor()
    await look(page, 'worker-day-today')
  })

  it('does it all by keyboard alone on a narrow screen, in English', async () => {
    page = await browsing.open(town.people.ken, '/', { ...phone, language: 'en', scheme: 'dark' })
    await offer().waitFor()
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await look(page, 'worker-day-today-phone')
    await tabTo(page, /^30 min$/)
    await press(page, 'ArrowLeft')
    await page.getByRole('button', { name: 'Read the terms and claim 5 · about 15 min · ¥330' }).waitFor()
    await tabTo(page, /^Read the terms and claim/)
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor()
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // Whoever closes a dialog is where they were.
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor()
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await tabTo(page, /I have read them/)
    await press(page, 'Enter')
    await expect.poll(() => page.url()).toContain('/work/')
    expect(await holderOf(6)).toBe(town.people.ken)
  })

  it('asks until when, too', async () => {
    page = await browsing.open(town.people.hana, '/')
    await page.getByText('時刻まで', { exact: true }).click()
    const soon = new Date(Date.now() + 9 * 3_600_000 + 7 * 60_000).toISOString().slice(11, 16)
    await page.getByLabel('何時まで').fill(soon)
    await page.getByRole('button', { name: 'この1件に着手する・約3分・66円' }).waitFor()
  })
})

describe('while the page is open', () => {
  it('a colleague’s claim lowers the count, new work appears, and each says so', async () => {
    page = await browsing.open(town.people.sato, '/')
    await expect.poll(() => offer().textContent()).toContain('残り2件')
    await confirmTermsByRow(house, order.orderId, town.people.mori)
    const mori = await asPerson(house, town.people.mori)
    await mori(claimTask, { params: { assignmentId: task(11) } })
    await expect.poll(() => offer().textContent()).toContain('残り1件')
    await offer().getByText('いま変わりました').waitFor()
    const next = await makeRunningOrder(house, town, { images: 2, unitsPerTask: 2, teamIds: [], realImages: true })
    const shares = [{ teamId: town.northTeamId, shareBp: 10_000 }]
    await office(allotTasks, { params: { orderId: next.orderId }, body: { shares } })
    await offer().nth(1).getByText('いま届きました').waitFor()
  })

  it('returned work comes first with its pins, accepted work goes to the month', async () => {
    page = await browsing.open(town.people.hana, '/')
    const sato = await reviewer(house, town.people.sato)
    const returned = await submitByRow(house, task(2), town.people.hana)
    await sato.sendBack(returned, [pinOn(order, { itemId: order.itemIds[2] ?? '' })])
    const first = page.locator('main li').first()
    await expect.poll(() => first.textContent()).toContain('タスク2')
    await expect.poll(() => first.textContent()).toMatch(/差し戻し.*いま変わりました.*指摘 1件/)
    await first.getByRole('link', { name: /^指摘を見て直す/ }).waitFor()
    await sato.accept(await submitByRow(house, task(3), town.people.hana))
    await page.getByRole('link', { name: '今月' }).click()
    await page.getByRole('link', { name: '血球画像の枠づけ タスク3' }).waitFor()
    await expect.poll(() => page.locator('main dl').textContent()).toContain('確定した報酬66円')
    await sato.accept(await submitByRow(house, task(4), town.people.hana))
    await expect.poll(() => page.locator('main dl').textContent()).toContain('確定した報酬132円')
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await look(page, 'worker-day-month')
    await page.getByRole('link', { name: '血球画像の枠づけ タスク3' }).click()
    await expect.poll(() => page.url()).toContain(`/work/${task(3)}`)
  })

  it('a director sees first what waits for a review', async () => {
    page = await browsing.open(town.people.sato, '/', { language: 'en' })
    await offer().first().waitFor()
    await claimByRow(house, task(12), town.people.ken)
    await submitByRow(house, task(12), town.people.ken)
    // Written without its event; another one has the page look.
    await (await reviewer(house, town.people.mori)).start(await submitByRow(house, task(1), town.people.hana))
    const go = page.getByRole('link', { name: 'Begin reviewing' })
    await go.waitFor()
    expect([await filledButtons(), await axe(page)]).toEqual([1, []])
    await go.click()
    await expect.poll(() => page.url()).toContain('/review')
  })
})

describe('states', () => {
  it('nothing to do yet teaches what will come; an empty month too', async () => {
    page = await browsing.open(town.people.yui, '/', { ...phone, scheme: 'dark' })
    await page.getByText('いま始められる仕事はありません').waitFor()
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await page.goto(`${house.url}/month`)
    await page.getByText('この月の報酬はまだありません').waitFor()
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await page.getByRole('button', { name: '前の月' }).click()
    await page.getByText('この月の報酬はまだありません').waitFor()
  })

  it('shows the shape of what comes, then what went wrong, and tries again', async () => {
    page = await browsing.open(town.people.yui, '/me')
    let ways: (() => void)[] = []
    await page.route('**/api/my-assignments', (route) => new Promise<void>((go) => ways.push(() => go(route.abort()))))
    await page.getByRole('link', { name: '今日' }).first().click()
    await page.locator('[data-kind="rows"]').waitFor()
    expect(await axe(page)).toEqual([])
    const failing = setInterval(() => {
      for (const go of ways) go()
      ways = []
    }, 50)
    await page.getByRole('alert').getByText('サーバーにつながりません').waitFor()
    clearInterval(failing)
    expect(await axe(page)).toEqual([])
    await page.unroute('**/api/my-assignments')
    await page.getByRole('button', { name: 'もう一度試す' }).click()
    await page.getByText('いま何分ありますか？').waitFor()
  })
})

describe('me and my documents', () => {
  it('finds the notices by Ctrl+K, reads one, and prints nothing but the notice', async () => {
    page = await browsing.open(town.people.hana, '/me', { language: 'en' })
    await page.getByText('北チーム').waitFor()
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await press(page, 'Control+k')
    await hasKeyboard(page.getByRole('combobox'))
    await page.keyboard.type('terms')
    await page.getByRole('option', { name: 'Your terms notices' }).waitFor()
    await press(page, 'Enter')
    await page.getByRole('link', { name: '血球画像の枠づけ' }).waitFor()
    await settled(page)
    expect(await axe(page)).toEqual([])
    await page.getByRole('link', { name: '血球画像の枠づけ' }).click()
    await page.getByRole('button', { name: 'Print' }).waitFor()
    // Made for hana in Japanese, and so all of it stays Japanese.
    await page.getByText('支払日', { exact: true }).waitFor()
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await page.emulateMedia({ media: 'print' })
    const shown = await page.evaluate(() => document.body.innerText)
    expect(shown).toContain('Notice of terms')
    expect(shown).not.toMatch(/My month|Print|Search/)
    await look(page, 'worker-day-notice-print')
  })

  it('what is set on one device holds at once, fits a telephone in very large letters, and follows to another', async () => {
    page = await browsing.open(town.people.hana, '/me', phone)
    await page.getByRole('radio', { name: 'とても大きい' }).check()
    await page.getByRole('radio', { name: '動きをへらす' }).check()
    await page.getByRole('radio', { name: /時間で区切らない/ }).check()
    await page.getByRole('button', { name: '静かな時間を保存する' }).click()
    await page.getByText('静かな時間を保存しました').waitFor()
    const looks = (on: Page) =>
      on.evaluate(() => {
        const { fontSize } = getComputedStyle(document.documentElement)
        const { transitionDuration } = getComputedStyle(document.querySelector('button') ?? document.body)
        return [document.documentElement.lang, fontSize, transitionDuration]
      })
    expect(await looks(page)).toEqual(['ja', '22px', '1e-05s'])
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await look(page, 'settings-largest-phone')

    const elsewhere = await browsing.open(town.people.hana, '/me', { ...phone, asSet: true })
    await elsewhere.getByText('22:00 から 07:00 まで').waitFor()
    expect(await looks(elsewhere)).toEqual(['ja', '22px', '1e-05s'])
    await elsewhere.getByRole('button', { name: 'English' }).click()
    // The first device hears of it.
    await page.getByRole('heading', { name: 'Me', level: 1 }).waitFor()
    expect(await looks(page)).toEqual(['en', '22px', '1e-05s'])
    for (const path of ['/', '/month', '/statements', '/me/terms', `/work/${task(2)}`]) {
      await elsewhere.goto(house.url + path)
      await settled(elsewhere)
      expect([path, await fitsAcross(elsewhere)]).toEqual([path, true])
      await look(elsewhere, `largest-phone${path.split('/').slice(0, 3).join('-').slice(0, 12)}`)
    }
    await elsewhere.context().close()
  })
})
