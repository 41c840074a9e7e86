import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { House } from '../../support/house.ts'

/** The office opens the order from its list and quotes it. */
export async function quoteOrder(page: Page, orderId: string): Promise<void> {
  await page.getByRole('link', { name: '血球画像の枠づけ 60枚' }).click()
  await page.waitForURL(`**/orders/${orderId}`)
  await page.getByLabel('1枚あたりの時間').fill('150')
  await page.getByLabel('1枚あたりの支払い（税抜）').fill('60')
  await page.getByLabel('発注者への価格（税抜）').fill('6000')
  await page.getByRole('button', { name: 'この見積を出す・税込6,600円' }).click()
  await page.getByText('見積あり').first().waitFor()
}

/** The office writes how the work is to be done. */
export async function writeManual(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'マニュアルを書く' }).click()
  await page.getByLabel('番号').fill('1.1')
  await page.getByLabel('見出し').fill('枠の大きさ')
  await page.getByLabel('本文').fill('細胞の外側の縁にぴったり合わせます。')
  await page.getByRole('button', { name: '第1版として出す' }).click()
  await page.getByText('マニュアル 第1版を出しました').waitFor()
}

/** The office cuts the order into tasks of two images and hands 60 % of them to the north team, the rest to the south. */
export async function splitAndAllot(page: Page, house: House): Promise<void> {
  await page.getByRole('link', { name: 'タスクに分ける' }).first().click()
  await page.getByLabel('1タスクの画像の数').fill('2')
  const split = page.getByRole('button', { name: '30件のタスクに分ける' })
  await split.click()
  await expect.poll(() => house.world.db.rows.split.count()).toBe(1)
  await house.settle()
  await page.getByRole('link', { name: 'チームに割り当てる' }).click()
  await page.getByLabel('北チームの割合（%）').fill('60')
  await page.getByLabel('南チームの割合（%）').fill('40')
  await page.getByText('ちょうど100%です').waitFor()
  await page.getByRole('button', { name: '30件をチームに渡す' }).click()
  await page.getByText('30件をチームに渡しました').waitFor()
}

/** The office makes the package once all work is accepted. */
export async function deliver(page: Page, house: House): Promise<void> {
  const button = page.getByRole('button', { name: '納品物をつくる' })
  await button.click()
  await expect.poll(() => house.world.db.rows.delivery.count()).toBe(1)
  await house.settle()
  await page.getByText('納品済み').first().waitFor()
}
