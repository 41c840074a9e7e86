import { expect, it } from 'vitest'
import { addTermsLink } from '../../api/src/notices/terms-link-store.ts'
import { axe, fitsAcross, look, phone } from '../support/browser.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { confirmTermsByRow } from '../support/work-rows.ts'
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
})
