import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { addTermsLink } from '../../api/src/notices/terms-link-store.ts'
import { makeTermsNotice } from '../../kit/contract/notices.ts'
import { asPerson } from '../support/ask.ts'
import { axe, fitsAcross, look, phone } from '../support/browser.ts'
import { makeHandOver } from '../support/hand-over-row.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { claimByRow, confirmTermsByRow, submitByRow, wholeTerms } from '../support/work-rows.ts'
import { officeHouse } from './office-house.ts'

const at = officeHouse()

it('asks for a notice on paper; the office sees how each notice fares; a mailed link shows it to whoever holds it', async () => {
  const { orderId } = await makeRunningOrder(at.house, at.town, { images: 2, unitsPerTask: 2 })
  await confirmTermsByRow(at.house, orderId, at.town.people.hana)
  let page = await at.browsing.open(at.town.people.hana, '/me/terms', phone)
  await page.getByRole('link', { name: '血球画像の枠づけ' }).click()
  await page.getByRole('button', { name: '紙で頼む' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '紙で頼む' }).click()
  await page.getByText('紙の書面を頼みました。事務局が用意しています。').waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'worker-day-notice-paper')
  await page.context().close()

  const { rows } = at.house.world.db
  const { id: noticeId } = await rows.termsNotice.findFirstOrThrow({ where: { personId: at.town.people.hana } })
  await at.house.settle()
  page = await at.browsing.open(at.town.people.office, '/office/')
  const given = page.getByRole('button', { name: '紙で渡した' })
  await given.waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'office-terms-questions')
  await given.click()
  await page.getByRole('dialog').getByRole('button', { name: '紙で渡した' }).click()
  await expect.poll(() => given.count()).toBe(0)
  await page.goto(`${at.house.url}/office/orders/${orderId}/terms`)
  await page.getByText('渡しました').waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'office-terms')
  await page.context().close()

  const token = await at.house.world.db.transact((tx) => addTermsLink(tx, noticeId, at.house.clock.now()))
  page = await at.browsing.open(null, `/terms/${token}`, phone)
  await page.getByRole('link', { name: 'PDFを保存する' }).waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'worker-day-terms-link')

  // An order without a manual has nothing to name there: no item stands empty.
  await page.getByText('従うもの').waitFor()
  const bareId = newId()
  const madeAt = at.house.clock.now()
  const body = wholeTerms({ dueOn: '2027-01-29', madeAt })
  const whose = { orderId, personId: at.town.people.ken, version: 1, kind: 'initial' as const, manualVersion: 0 }
  await rows.termsNotice.create({ data: { id: bareId, ...whose, body, madeAt } })
  const bareToken = await at.house.world.db.transact((tx) => addTermsLink(tx, bareId, madeAt))
  await page.goto(`${at.house.url}/terms/${bareToken}`)
  await page.getByText('納める場所').waitFor()
  expect(await page.getByText('従うもの').count()).toBe(0)
})

it('leaves an item open on the order’s page, decides it, and moves the due day; the worker reads what is new', async () => {
  const { orderId } = await makeRunningOrder(at.house, at.town, { images: 2, unitsPerTask: 2 })
  let page = await at.browsing.open(at.town.people.office, `/office/orders/${orderId}/terms`)
  await page.getByRole('button', { name: '未定の項目を加える' }).click()
  await page.getByRole('combobox', { name: '項目' }).selectOption({ label: '検査完了期日' })
  await page.getByLabel('理由').fill('発注者と調整中')
  await page.getByLabel('決める日').fill('2099-12-01')
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: '未定とする' }).click()
  await page.getByText('発注者と調整中').waitFor()
  await (await asPerson(at.house, at.town.people.hana))(makeTermsNotice, { params: { orderId } })
  await page.getByRole('button', { name: '決める', exact: true }).click()
  await page.getByLabel('検査を終える日').fill('2099-12-20')
  await look(page, 'office-open-terms-decide')
  await page.getByRole('button', { name: '決めて、補充の書面を送る' }).click()
  await page.getByText(/^決定：2099年12月20日/).waitFor()
  await page.getByRole('button', { name: '納期を変える' }).click()
  await page.getByLabel('新しい納期').fill('2099-12-10')
  await page.getByLabel('理由').fill('発注者の希望')
  await page.getByRole('button', { name: '納期を変えて知らせる' }).click()
  await page.getByText(/発注者の希望、officeさん/).waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'office-open-terms')
  await page.context().close()

  await at.house.settle()
  const { id } = await at.house.world.db.rows.termsNotice.findFirstOrThrow({
    where: { orderId },
    orderBy: { version: 'desc' },
  })
  page = await at.browsing.open(at.town.people.hana, `/me/terms/${id}`, phone)
  await page.getByText('前の版から、次のことが変わりました。').waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'worker-terms-news-phone')
})

describe('what one task pays', () => {
  let own: RunningOrder
  beforeAll(async () => {
    own = await makeRunningOrder(at.house, at.town, { images: 6, unitsPerTask: 2, unitPayYen: 60, realImages: true })
  })
  const held = (number: number) => own.assignmentIds[number - 1] ?? ''

  it('is asked about by the office, with a fault and what shows it, and stays when the worker says no', async () => {
    await claimByRow(at.house, held(1), at.town.people.hana)
    await claimByRow(at.house, held(2), at.town.people.hana)
    const page = await at.browsing.open(at.town.people.office, `/office/orders/${own.orderId}/tasks`)
    for (const number of [1, 2]) {
      await page.getByRole('button', { name: `タスク${number}の減額を相談する` }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('新しい報酬（税抜・円）').fill('100')
      await dialog.getByLabel(/^それがわかること/).fill('画像2の右上の細胞に枠がありません')
      if (number === 1) {
        expect(await axe(page)).toEqual([])
        await look(page, 'fee-cut-ask')
      }
      await dialog.getByRole('button', { name: '相談を送る' }).click()
      await dialog.waitFor({ state: 'detached' })
    }
    await page.getByText('返事を待っています').nth(1).waitFor()
    expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
    await look(page, 'fee-cut-office')
    const hana = await at.browsing.open(at.town.people.hana, '/', phone)
    const asked = hana.getByRole('listitem').filter({ hasText: 'マニュアルのとおりでない' })
    await asked.nth(1).waitFor()
    expect([await axe(hana), await fitsAcross(hana)]).toEqual([[], true])
    await look(hana, 'fee-cut-worker-phone')
    await asked.filter({ hasText: 'タスク1' }).getByRole('button', { name: '同意しない' }).click()
    await page.getByText('同意しない', { exact: true }).waitFor()
    await asked.filter({ hasText: 'タスク2' }).getByRole('button', { name: '同意する' }).click()
    await hana.getByRole('dialog').getByRole('button', { name: '同意する' }).click()
    await page.getByText('同意', { exact: true }).waitFor()
    await asked.first().waitFor({ state: 'detached' })
    const fees = await at.house.world.db.rows.assignment.findMany({
      where: { orderId: own.orderId },
      orderBy: { number: 'asc' },
    })
    expect(fees.map(({ feeYen }) => feeYen)).toEqual([120, 100, 120])
    await hana.context().close()
  })

  it('is shared where work changed hands: each sees how, and the director settles it with a reason', async () => {
    await claimByRow(at.house, held(3), at.town.people.ken)
    await makeHandOver(at.house, held(3), at.town.people.hana)
    const page = await at.browsing.open(at.town.people.ken, `/work/${held(3)}`, phone)
    await expect.poll(() => page.getByRole('region', { name: '報酬の分け方' }).textContent()).toContain('あなた 119円')
    expect(await fitsAcross(page)).toBe(true)
    await look(page, 'hand-over-worker-phone')
    await submitByRow(at.house, held(3), at.town.people.ken)
    const sato = await at.browsing.open(at.town.people.sato, `/review/${held(3)}`, { language: 'en' })
    await sato.getByRole('button', { name: 'Change the part of hana' }).click()
    const dialog = sato.getByRole('dialog')
    await dialog.getByLabel('Their part (yen, before tax)').fill('50')
    await dialog.getByLabel('Reason').fill('The first image was the hard one')
    expect(await axe(sato)).toEqual([])
    await dialog.getByRole('button', { name: 'Settle this part' }).click()
    const parts = sato.getByRole('region', { name: 'How the pay is shared' })
    await expect.poll(() => parts.textContent()).toContain('¥50 (The first image was the hard one)')
    await sato.getByRole('button', { name: 'Accept · ¥70' }).waitFor()
    expect([await axe(sato), await fitsAcross(sato)]).toEqual([[], true])
    await look(sato, 'hand-over-review')
    await sato.context().close()
  })
})

it('somebody who needs more time asks beside the agreed minutes; a director and the office answer, and it is told at once', async () => {
  const hour = { payKind: 'per_hour', unitPayYen: 1_200, agreedMinutes: 20 } as const
  const { orderId, assignmentIds } = await makeRunningOrder(at.house, at.town, { images: 2, realImages: true, ...hour })
  const [id = ''] = assignmentIds
  await claimByRow(at.house, id, at.town.people.hana)
  const hana = await at.browsing.open(at.town.people.hana, `/work/${id}`, phone)
  const ask = async () => {
    await hana.getByRole('button', { name: '時間を相談する' }).click()
    await hana.getByLabel('必要なわけ').fill('3枚目の細胞が重なっていて、見分けに時間がかかります')
    await look(hana, 'worker-more-time-ask')
    expect([await axe(hana), await fitsAcross(hana)]).toEqual([[], true])
    await hana.getByRole('button', { name: '相談を送る' }).click()
    await hana.getByText('あと10分を相談中').waitFor()
  }
  await ask()
  const sato = await at.browsing.open(at.town.people.sato, '/', phone)
  await sato.getByRole('heading', { name: '時間の相談' }).waitFor()
  await look(sato, 'director-more-time')
  expect([await axe(sato), await fitsAcross(sato)]).toEqual([[], true])
  await sato.getByRole('button', { name: '見送る' }).click()
  await sato.getByLabel('理由').fill('2つに分けて進めましょう')
  await sato.getByRole('dialog').getByRole('button', { name: '見送る' }).click()
  await hana.getByText('時間の相談：見送り').waitFor()
  await ask()
  const office = await at.browsing.open(at.town.people.office, `/office/orders/${orderId}/tasks`)
  const grant = office.getByRole('button', { name: '10分増やす' })
  await grant.waitFor()
  await look(office, 'office-more-time')
  expect([await axe(office), await fitsAcross(office)]).toEqual([[], true])
  await grant.click()
  await hana.getByText('約束の時間 30分').waitFor()
  await look(hana, 'worker-more-time-granted')
})
