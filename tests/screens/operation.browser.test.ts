import { expect, it } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { openLog } from '../../api/src/log.ts'
import { checkData } from '../../api/src/operation/check-data.ts'
import { endpoints } from '../../kit/contract/all.ts'
import { axe, fitsAcross, hasKeyboard, look, phone, settled, tabTo } from '../support/browser.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import type { TownPerson } from '../support/town.ts'
import { officeHouse } from './office-house.ts'

const at = officeHouse()

/** A job in a state of its own, written down as graphile-worker does. */
async function addJob(name: string, state: string, orderId = ''): Promise<void> {
  const { pool } = at.house.world.db
  const { rows } = await pool.query('SELECT id FROM graphile_worker.add_job($1, $2, max_attempts => 5)', [
    name,
    JSON.stringify(orderId && { orderId }),
  ])
  await pool.query(`UPDATE graphile_worker._private_jobs SET ${state} WHERE id = $1`, [rows[0].id])
}

it('the office sees what runs, waits and failed, and tries a failed job again by keyboard', async () => {
  await addJob('draw-pictures', `attempts = 5, last_error = 'file.no_room'`)
  await addJob('take-upload', `attempts = 2, last_error = 'connect ECONNREFUSED', run_at = now() + interval '1 min'`)
  await addJob('pack-delivery', `attempts = 1, locked_at = now(), locked_by = 'w'`)
  await addJob('forget-files', `run_at = now() + interval '1 day'`)
  const page = await at.browsing.open(at.town.people.office, '/office/jobs')
  await page.getByRole('row', { name: /縮小画像をつくる.*失敗.*場所がいっぱい/ }).waitFor()
  await page.getByRole('row', { name: /納品物をつくる.*実行中/ }).waitFor()
  await page.getByText('最初の点検は今夜行われます').waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'office-jobs')
  await tabTo(page, /^縮小画像をつくるをいまやり直す$/)
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /縮小画像をつくる.*待っています/ }).waitFor()

  // Jobs tell nobody that they are done: the page finds out by itself.
  await at.house.world.db.pool.query('DELETE FROM graphile_worker._private_jobs')
  await page.getByText('待っている処理も、失敗した処理もありません').waitFor()
  await page.context().close()

  await addJob('draw-pictures', `attempts = 5, last_error = 'file.no_room'`)
  const unfit = { sentence: 'the whole ledger sums to zero', ja: '帳簿全体の貸借が一致している', sql: 'SELECT 1' }
  await checkData({ ...at.house.world, log: openLog('silent') }, [unfit])
  const narrow = { ...phone, language: 'en', scheme: 'dark' } as const
  const small = await at.browsing.open(at.town.people.office, '/office/', narrow)
  await small.getByRole('button', { name: 'Menu of office' }).click()
  await small.getByRole('menuitem', { name: 'Jobs' }).click()
  await small.getByText('There is no room left', { exact: false }).waitFor()
  await small.getByText('Some records do not agree').waitFor()
  await small.getByRole('row', { name: /the whole ledger sums to zero/ }).waitFor()
  expect([await axe(small), await fitsAcross(small)]).toEqual([[], true])
  await look(small, 'office-jobs-phone')
})

it('no page breaks the Content-Security-Policy, and what it forbids does not run', async () => {
  const { orderId } = await makeRunningOrder(at.house, at.town, { images: 2, realImages: true })
  const visits: [TownPerson, string[]][] = [
    [
      'office',
      ['/', '/people', '/pay', '/ledger', '/audit', '/jobs', '/connect', '/me', `/orders/${orderId}`].map(
        (path) => `/office${path}`,
      ),
    ],
    ['hana', ['/', '/month', '/me']],
  ]
  for (const [who, paths] of visits) {
    const page = await at.browsing.open(at.town.people[who], paths[0] ?? '/')
    const broken: string[] = []
    await page.exposeFunction('tellBroken', (what: string) => broken.push(what))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        (window as unknown as { tellBroken(what: string): void }).tellBroken(`${violatedDirective} ${blockedURI}`),
      )
    })
    for (const path of paths) {
      await page.goto(at.house.url + path)
      await settled(page)
      expect([path, broken]).toEqual([path, []])
    }
    if (who !== 'hana') continue
    // The one who listens hears: an inline script is stopped, and told of.
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ranInline = true'
      document.body.append(script)
    })
    await expect.poll(() => broken.length).toBe(1)
    expect(await page.evaluate(() => 'ranInline' in window)).toBe(false)
  }
  const own = at.browsing.problems.splice(0)
  expect(own).toEqual([expect.stringContaining('Content Security Policy')])
})

it('a client makes a key by keyboard, sees it once, and revokes it on a phone', async () => {
  const page = await at.browsing.open(at.town.people.client, '/office/connect')
  await page.getByText('キーはまだありません').waitFor()
  await tabTo(page, /^新しいキーをつくる$/)
  await page.keyboard.press('Enter')
  await hasKeyboard(page.getByRole('dialog').getByLabel('名前'))
  await page.keyboard.type('在庫システム')
  await tabTo(page, /^納品物をダウンロードする$/)
  await page.keyboard.press('Space')
  expect(await axe(page)).toEqual([])
  await look(page, 'client-new-key')
  await tabTo(page, /^キーをつくる$/)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'キーができました' }).waitFor()
  const key = await page.getByRole('textbox', { name: 'APIキー' }).inputValue()
  const orders = await fetch(`${at.house.url}/api/orders`, { headers: { authorization: `Bearer ${key}` } })
  expect(orders.status).toBe(200)
  expect(await axe(page)).toEqual([])
  await tabTo(page, /^写したので閉じる$/)
  await page.keyboard.press('Enter')
  await page.getByRole('row', { name: /在庫システム.*tsu_.*使えます/ }).waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'client-connect')
  await page.context().close()

  const narrow = { ...phone, language: 'en', scheme: 'dark' } as const
  const small = await at.browsing.open(at.town.people.client, '/office/connect', narrow)
  await small.getByRole('button', { name: 'Revoke' }).click()
  await small.getByRole('button', { name: 'Revoke “在庫システム”' }).click()
  await small.getByText('Revoked', { exact: true }).waitFor()
  expect([await axe(small), await fitsAcross(small)]).toEqual([[], true])
  await look(small, 'client-connect-phone')
  const after = await fetch(`${at.house.url}/api/orders`, { headers: { authorization: `Bearer ${key}` } })
  expect(after.status).toBe(401)
})

it('the API’s manual needs no script, unfolds by keyboard, and reads well on a phone in both languages', async () => {
  const page = await at.browsing.open(null, '/api/docs?lang=ja')
  await page.getByRole('heading', { name: 'つむぎ APIの説明書' }).waitFor()
  expect(await page.locator('script').count()).toBe(0)
  expect(await page.locator('details').count()).toBe(endpoints.length)
  const createOrder = page.locator('#createOrder')
  await createOrder.locator('summary').focus()
  await page.keyboard.press('Enter')
  await createOrder.getByText('orders.write').waitFor()
  await createOrder.getByText('入力に足りないところ', { exact: false }).waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'api-docs')
  await page.context().close()

  const narrow = { ...phone, scheme: 'dark' } as const
  const small = await at.browsing.open(null, '/api/docs?lang=en', narrow)
  await small.locator('#listOrders summary').tap()
  await small.locator('#listOrders').getByText('order.list').waitFor()
  expect(await fitsAcross(small)).toBe(true)
  const openapi = await (await fetch(`${at.house.url}/api/openapi.json`)).json()
  expect(openapi).toMatchObject({ openapi: '3.1.1' })
})

it('a client has a system told of events by keyboard, sees what did not get through, and sends it again', async () => {
  const page = await at.browsing.open(at.town.people.client, '/office/connect')
  await tabTo(page, /^通知先を加える$/)
  await page.keyboard.press('Enter')
  await hasKeyboard(page.getByRole('dialog').getByLabel('通知先のアドレス'))
  await page.keyboard.type('http://user@127.0.0.1:9/hook')
  await page.keyboard.press('Enter')
  await page.getByText('このアドレスには通知できません').waitFor()
  await page.getByLabel('通知先のアドレス').fill('http://127.0.0.1:9/hook')
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Enter')
  expect(await page.getByRole('textbox', { name: '署名用の秘密の文字列' }).inputValue()).toMatch(/^whsec_/)
  await tabTo(page, /^写したので閉じる$/)
  await page.keyboard.press('Enter')
  const { rows } = at.house.world.db
  const webhook = await rows.webhook.findFirstOrThrow()
  const createdAt = at.house.clock.now()
  const message = { id: newId(), webhookId: webhook.id, eventId: newId(), event: 'delivery.readied', body: '{}' }
  await rows.webhookMessage.create({
    data: { ...message, state: 'failed', attempts: 12, error: 'ECONNREFUSED', createdAt },
  })
  await page.getByRole('row', { name: /127\.0\.0\.1:9.*届いていません/ }).waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'client-webhooks')
  await page.getByRole('link', { name: /127\.0\.0\.1:9/ }).click()
  await page.getByRole('row', { name: /納品物ができた.*届きませんでした.*ECONNREFUSED/ }).waitFor()
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'client-webhook-log')
  await page.context().close()

  const narrow = { ...phone, language: 'en', scheme: 'dark' } as const
  const small = await at.browsing.open(at.town.people.client, `/office/connect/webhooks/${webhook.id}`, narrow)
  await small.getByRole('button', { name: 'Send “A delivery is ready” again' }).tap()
  await small.getByText('Will be sent again', { exact: true }).last().waitFor()
  expect([await axe(small), await fitsAcross(small)]).toEqual([[], true])
  await look(small, 'client-webhook-log-phone')
  await small.getByRole('button', { name: 'Remove the webhook' }).tap()
  await small.getByRole('dialog').getByRole('button', { name: 'Remove the webhook' }).tap()
  await small.getByText('No webhooks yet').waitFor()
})
