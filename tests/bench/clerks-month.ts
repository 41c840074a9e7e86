/**
 * A month of pay in the real browser: 250 workers, 10 exceptions, two people. Every click and key is counted and taken as
 * a person's time by the keystroke-level model (Card, Moran, Newell: a click 1.1 s to point, 1.35 s to make up one's mind,
 * 0.2 s; a key 0.28 s), a new page or dialog as 6 s of reading, an exception as 20 s of thought; what the machine takes is added.
 */
import type { Locator, Page } from 'playwright-core'
import { newId } from '../../api/src/kernel/ids.ts'
import { proposePayAddition } from '../../kit/contract/additions.ts'
import { disputeStatement } from '../../kit/contract/pay.ts'
import { changePayerAccount } from '../../kit/contract/transfers.ts'
import { makeAcceptedMonth } from '../support/accepted-month.ts'
import { asPerson } from '../support/ask.ts'
import { openBrowser } from '../support/browser.ts'
import { openHouseWithScreens } from '../support/house.ts'
import { printRatio } from '../support/ratio.ts'
import { makeTown } from '../support/town.ts'

const workers = 250
const exceptions = 10
const minutesMax = 15
const human = { click: 2.65, key: 0.28, page: 6, exception: 20 }

const house = await openHouseWithScreens()
const { rows, pool } = house.world.db
house.clock.moveTo(new Date('2026-10-01T00:00:00Z'))
const town = await makeTown(house)
await makeAcceptedMonth(house, town, { tasks: 20 * workers, workers, month: '2026-10' })
const payees = await rows.person.findMany({ where: { displayName: { startsWith: 'worker ' } }, orderBy: { id: 'asc' } })
const worker = (number: number) => ({ id: payees[number - 1]?.id ?? '', name: `worker ${number}` })
await giveAccounts(payees.slice(2).map(({ id }) => id))
house.clock.moveTo(new Date('2026-11-02T03:00:00Z'))
const [payroll, office] = [await asPerson(house, town.people.payroll), await asPerson(house, town.people.office)]
const payer = {
  payerCode: '1234567890',
  nameKana: 'ザイ)テスト',
  bankCode: '0143',
  branchCode: '433',
  number: '7654321',
}
await payroll(changePayerAccount, {
  body: { ...payer, kind: 'ordinary', newline: 'crlf', manner: '7', clearing: '0000', version: 0 },
})
// Exceptions 1 to 3: what directors asked the office to pay beside the tasks, one of it twice.
for (const number of [10, 11, 11]) {
  const what = {
    kind: 'meeting',
    doneOn: '2026-10-15',
    orderId: null,
    withholding: 'none',
    reason: '打ち合わせ',
  } as const
  const body = { ...what, personId: worker(number).id, much: { by: 'sum' as const, amountYen: 1_500 } }
  void (await office(proposePayAddition, { body })).answer
}

const browsing = await openBrowser(house)
const spent = { clicks: 0, keys: 0, pages: 0, machine: 0 }
let page: Page

async function waited(work: () => Promise<unknown>): Promise<void> {
  const start = performance.now()
  await work()
  spent.machine += (performance.now() - start) / 1000
}
async function open(who: 'payroll' | 'office', path: string): Promise<void> {
  await page?.context().close()
  page = await browsing.open(town.people[who], `/office${path}`)
  // As from the page before: a link or two.
  spent.clicks += 2
  spent.pages++
}
async function click(what: Locator): Promise<void> {
  spent.clicks++
  await waited(() => what.click())
}
async function seen(what: Locator): Promise<void> {
  spent.pages++
  await waited(() => what.first().waitFor())
}
async function type(what: Locator, text: string): Promise<void> {
  spent.clicks++
  spent.keys += text.length
  await what.fill(text)
}
async function select(label: string, option: string): Promise<void> {
  spent.clicks += 2
  await page.getByLabel(label).selectOption({ label: option })
}
const button = (name: string | RegExp) => page.getByRole('button', { name })
const dialog = () => page.getByRole('dialog')
const inDialog = (name: string | RegExp) => dialog().getByRole('button', { name })
async function confirm(first: Locator, second: string | RegExp, reason?: string): Promise<void> {
  await click(first)
  await seen(dialog())
  if (reason !== undefined) await type(dialog().getByLabel('理由'), reason)
  await click(inDialog(second))
  await waited(() => dialog().waitFor({ state: 'detached' }))
}

/** Bank accounts for so many, by their rows. */
async function giveAccounts(personIds: string[]): Promise<void> {
  await rows.bankAccount.createMany({
    data: personIds.map((personId) => {
      const id = newId()
      const sealedNumber = house.world.sealing.seal('1234567', { column: 'bank_account.sealed_number', id })
      const place = { bankCode: '0143', branchCode: '433', kind: 'ordinary' as const, numberTail: '567', sealedNumber }
      const made = { state: 'current' as const, madeById: personId, madeAt: house.clock.now() }
      return { id, personId, ...place, ...made, holderKana: 'ﾜｰｶｰ'.replaceAll('ｰ', '-') }
    }),
  })
}
async function correct(number: number, yen: string): Promise<void> {
  await click(button('追加の支払いを提案する'))
  await seen(dialog())
  await type(page.getByRole('combobox', { name: '支払う相手' }), worker(number).name)
  await click(page.getByRole('option', { name: worker(number).name, exact: true }))
  await select('何の支払いか', '訂正')
  await type(page.getByLabel('内容'), '先月の数え違い')
  await type(page.getByLabel('金額（税抜・円）'), yen)
  await click(inDialog(/^提案する/))
  await waited(() => dialog().waitFor({ state: 'detached' }))
}
async function enterAccount(number: number): Promise<void> {
  await click(button(`${worker(number).name}さんの口座を入れる`))
  await seen(dialog())
  for (const [field, typed, option] of [
    ['銀行', 'はちじゅうに', '八十二長野 (0143)'],
    ['支店', 'しおじり', '塩尻 (433)'],
  ] as const) {
    await type(page.getByRole('combobox', { name: field }), typed)
    await click(page.getByRole('option', { name: option }))
  }
  await type(page.getByLabel('口座番号'), '7654321')
  await type(page.getByLabel('口座名義（カナ）'), 'ワーカー')
  await click(button('入れて確認を頼む'))
  await waited(() => dialog().waitFor({ state: 'detached' }))
}

async function closeIt(): Promise<void> {
  await open('payroll', '/pay/2026-10/additions')
  await seen(button(/承認する/))
  await confirm(button('見送る').first(), '見送る', '二重です')
  await confirm(button(/をまとめて承認する/), '承認する')
  // Exceptions 4 and 5: counted wrong last month.
  await correct(20, '300')
  await correct(21, '-200')
  await open('office', '/pay/2026-10/additions')
  await confirm(button(/をまとめて承認する/), '承認する')
  await open('payroll', '/pay/2026-10')
  await click(button(/締めを提案する/))
  await seen(page.getByText('あなたが提案しました'))
  await open('office', '/pay/2026-10')
  await confirm(button(/承認して締める/), '承認して締める')
  await waited(() => house.settle())
  await seen(page.getByRole('link', { name: /振込に進む/ }))
}

async function payIt(): Promise<void> {
  // Exceptions 6 and 7: two people without an account.
  await open('payroll', '/pay/2026-10/transfers')
  await seen(page.getByText('口座の登録がありません'))
  for (const number of [1, 2]) await enterAccount(number)
  await open('office', '/pay/2026-10/transfers')
  for (let each = 0; each < 2; each++) await confirm(button('確かめる').first(), '確かめた・使えるようにする')
  await open('payroll', '/pay/2026-10/transfers')
  await click(button(/^振込を用意する/))
  await seen(page.getByText('あなたが用意しました'))
  await open('office', '/pay/2026-10/transfers')
  await confirm(button(/^承認してファイルをつくる/), '承認する')
  await open('payroll', '/pay/2026-10/transfers')
  await click(button('振込ファイルを保存する'))
  house.clock.moveTo(new Date('2026-11-25T03:00:00Z'))
  await open('payroll', '/pay/2026-10/transfers')
  await confirm(button('銀行で振込が済んだと記録する'), '済んだと記録する')
}

async function mendIt(): Promise<void> {
  // Exceptions 8 and 9: two transfers came back.
  for (const number of [30, 31]) {
    const row = page.getByRole('row', { name: new RegExp(`^${worker(number).name} `) })
    await confirm(row.getByRole('button', { name: '組戻しを記録する' }), '組戻しを記録する', '名義相違')
    await enterAccount(number)
  }
  await open('office', '/pay/2026-10/transfers')
  for (let each = 0; each < 2; each++) await confirm(button('確かめる').first(), '確かめた・使えるようにする')
  await open('payroll', '/pay/2026-10/transfers')
  await click(button(/^振込を用意する/))
  await seen(page.getByText('あなたが用意しました'))
  await open('office', '/pay/2026-10/transfers')
  await confirm(button(/^承認してファイルをつくる/), '承認する')
  // Exception 10: somebody says their statement is wrong.
  const { id } = await rows.statement.findFirstOrThrow({ where: { personId: worker(40).id } })
  const body = { reason: '件数が合いません' }
  await rows.membership.create({
    data: {
      id: newId(),
      personId: worker(40).id,
      role: 'worker',
      teamId: town.northTeamId,
      createdAt: house.clock.now(),
    },
  })
  void (await (await asPerson(house, worker(40).id))(disputeStatement, { params: { statementId: id }, body })).answer
  await open('office', '/pay/2026-10')
  await click(page.getByRole('link', { name: '問い合わせ中' }).first())
  await seen(button('問い合わせに答える'))
  await confirm(button('問い合わせに答える'), '答えを送る', '31日の分は11月に入ります。')
}

try {
  await closeIt()
  await payIt()
  await mendIt()
  const { rows: sums } = await pool.query<{ sent: number; open: number }>(
    `SELECT count(*) FILTER (WHERE state = 'sent') AS sent, count(*) FILTER (WHERE state = 'planned') AS open FROM transfer`,
  )
  if (sums[0]?.sent !== workers - 2 || sums[0].open !== 2) throw new Error(`paid ${JSON.stringify(sums)}`)
  const { clicks, keys, pages, machine } = spent
  const clicking = clicks * human.click + keys * human.key + machine
  const seconds = clicking + pages * human.page + exceptions * human.exception
  printRatio({
    what: `a clerk’s month for ${workers} workers with ${exceptions} exceptions against ${minutesMax} minutes`,
    ratio: seconds / 60 / minutesMax,
    atMost: 1,
    note:
      `${(seconds / 60).toFixed(1)} minutes, ${(clicking / 60).toFixed(1)} of them clicking, typing and waiting: ${clicks} clicks, ${keys} keys, ${pages} pages and dialogs, ` +
      `${machine.toFixed(0)} s of waiting`,
  })
} finally {
  await browsing.close()
  await house.close()
}
