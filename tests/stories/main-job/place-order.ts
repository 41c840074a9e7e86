import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { bloodImages, type NamedBytes, zipOf } from '../../support/pictures.ts'
import { labelKeys } from './draw-boxes.ts'

/** Images with few cells, sent one by one and so the first of the order: the ones people draw by hand in this story. */
const light = [21, 34, 38, 10, 20, 11]

/** The client's part up to handing in: name, brief, images by drop and in a zip, labels, due date. Answers the order's id. */
export async function placeOrder(page: Page, dueOn: string): Promise<string> {
  await page.getByRole('link', { name: '新しい案件をつくる' }).click()
  await page.getByLabel('案件の名前').fill('血球画像の枠づけ 60枚')
  await page.getByRole('button', { name: 'この案件の下書きをつくる' }).click()
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/)
  const orderId = page.url().split('/').at(-1) ?? ''
  await page
    .getByLabel('お願いしたいこと')
    .fill('写っている細胞を一つずつ枠で囲んでください。端で切れたものも囲みます。')
  await sendImages(page)
  for (const [index, name] of labelKeys.entries()) {
    await page.getByRole('button', { name: 'ラベルを足す' }).click()
    await page.getByPlaceholder('ラベルの名前').nth(index).fill(name)
  }
  await page.getByLabel('納期', { exact: true }).fill(dueOn)
  const submit = page.getByRole('button', { name: '見積を依頼する' })
  await expect.poll(() => submit.isEnabled()).toBe(true)
  await submit.click()
  await page.getByText('見積待ち').first().waitFor()
  return orderId
}

async function sendImages(page: Page): Promise<void> {
  const images = await bloodImages()
  const singles = light.map((index) => images[index] as NamedBytes)
  await dropFiles(page, singles)
  await page.getByText('6枚', { exact: true }).waitFor()
  const rest = images.filter((image) => !singles.includes(image))
  const file = { name: 'cells.zip', mimeType: 'application/zip', buffer: await zipOf(rest) }
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.getByText('60枚', { exact: true }).waitFor({ timeout: 60_000 })
}

/** Lets files fall onto the place for them, as from a folder of one's own. */
async function dropFiles(page: Page, files: readonly NamedBytes[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString('base64') }))
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, text } of all) {
      const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }))
    }
    return transfer
  }, given)
  await page.getByText('画像またはzipを入れてください').dispatchEvent('drop', { dataTransfer })
}

/** The client's yes to the quote that stands on the page. */
export async function agreeToQuote(page: Page, total: string): Promise<void> {
  await page.getByRole('button', { name: `この見積に合意する・${total}` }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `この見積に合意する・${total}` })
    .click()
  await page.getByText('合意済み').first().waitFor()
}

/** Takes the package away as a file and answers its bytes. */
export async function takeDelivery(page: Page): Promise<Buffer> {
  const button = page.getByRole('button', { name: /^ダウンロードする/ }).first()
  await button.waitFor({ timeout: 60_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The client's yes to the delivery. */
export async function acceptTheDelivery(page: Page): Promise<void> {
  await page.getByRole('button', { name: '検収する' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: '検収する' }).click()
  await page.getByText('検収済み').first().waitFor()
}
