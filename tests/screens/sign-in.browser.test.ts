import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeMe, getMe } from '../../kit/contract/people.ts'
import { asPerson } from '../support/ask.ts'
import { axe, type Browsing, fitsAcross, hasKeyboard, look, openBrowser, phone, press } from '../support/browser.ts'
import { type House, openHouseWithScreens } from '../support/house.ts'
import { type MailCatcher, openMailCatcher } from '../support/mail-catcher.ts'
import { givePassword, townPassword } from '../support/passwords.ts'
import { codeNow } from '../support/second-factor.ts'
import { makeTown, type Town } from '../support/town.ts'

let catcher: MailCatcher
let house: House
let town: Town
let browsing: Browsing
beforeAll(async () => {
  catcher = await openMailCatcher()
  house = await openHouseWithScreens({ secondFactor: 'required', smtp: catcher.settings })
  town = await makeTown(house)
  for (const name of ['hana', 'office'] as const) await givePassword(house, town.people[name])
  browsing = await openBrowser(house)
})
afterAll(async () => {
  await browsing.close()
  await house.close()
  await catcher.close()
  expect(browsing.problems).toEqual([])
})

const isFine = async (page: Page) => expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(/^(メールアドレス|E-mail address)$/).fill(email)
  await page.getByLabel(/^(パスワード|Password)$/).fill(password)
  await press(page, 'Enter')
}

it('the office sets up one-time codes before anything else, and signs in with them', async () => {
  const page = await browsing.open(null, '/office/sign-in', { ...phone, scheme: 'dark' })
  // Whoever chooses a language before signing in keeps it.
  await button(page, 'English').click()
  await enter(page, 'office@example.jp', townPassword)
  await heading(page, 'Set up your second step').waitFor()
  await hasKeyboard(page.getByLabel('Password', { exact: true }))
  await isFine(page)
  await look(page, 'enrol-phone')
  await page.keyboard.type(townPassword)
  await press(page, 'Enter')
  await page.getByRole('img', { name: 'QR code for an authenticator app' }).waitFor()
  await hasKeyboard(page.getByLabel('Code', { exact: true }))
  await isFine(page)
  await look(page, 'enrol-phone-scan')
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.keyboard.type(codeNow(secret, house.clock))
  await press(page, 'Enter')
  await page.getByRole('list', { name: 'Recovery codes' }).waitFor()
  await isFine(page)
  await look(page, 'enrol-phone-recovery')
  const [recoveryCode = ''] = await page.getByRole('listitem').allInnerTexts()
  await button(page, 'I have kept them').click()
  await heading(page, 'Orders').waitFor()
  await page.context().close()

  const again = await browsing.open(null, '/office/sign-in')
  await enter(again, 'office@example.jp', townPassword)
  await heading(again, '確認コード').waitFor()
  await hasKeyboard(again.getByLabel('確認コード'))
  await isFine(again)
  await look(again, 'sign-in-code')
  await again.keyboard.type('000000')
  await press(again, 'Enter')
  await again.getByText('確認コードが違うか').waitFor()
  await again.getByLabel('確認コード').fill(recoveryCode)
  await press(again, 'Enter')
  // What they chose on their telephone follows them here.
  await heading(again, 'Orders').waitFor()
  await again.goto(`${house.url}/office/me`)
  await again.getByText('9 recovery codes are left.').waitFor()
  await isFine(again)
  await look(again, 'settings-second-factor')
  await again.context().close()
})

it('a forgotten password is chosen anew from the link in the mail', async () => {
  const page = await browsing.open(null, '/sign-in', phone)
  await page.getByRole('link', { name: 'パスワードを忘れたとき' }).click()
  await heading(page, 'パスワードを決め直す').waitFor()
  await page.getByLabel('メールアドレス').fill('hana@example.jp')
  await isFine(page)
  await look(page, 'forgotten-phone')
  await press(page, 'Enter')
  await heading(page, 'メールを確かめてください').waitFor()
  await isFine(page)
  await house.settle()
  const path = new URL(catcher.mails.at(-1)?.links[0] ?? '').pathname
  await page.goto(house.url + path)
  await page.getByLabel('パスワードを決める').fill('an entirely new password')
  await isFine(page)
  await look(page, 'reset-phone')
  await press(page, 'Enter')
  await heading(page, 'パスワードを変えました').waitFor()
  await page.getByRole('link', { name: 'サインインの画面へ' }).click()
  await enter(page, 'hana@example.jp', 'an entirely new password')
  await heading(page, '今日').waitFor()
  await page.context().close()
})

/** A device that holds passkeys, in a window of its own; nobody has to touch it. Passkeys need a name for a host, not a number. */
async function deviceAt(path: string) {
  const page = await browsing.open(null, '/sign-in')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const root = house.url.replace('127.0.0.1', 'localhost')
  await page.goto(root + path)
  const isPresent = (isUserVerified: boolean) =>
    cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { page, root, isPresent }
}

it('a passkey is added, signs in without a password, cannot be shown twice, and is taken away', async () => {
  await givePassword(house, town.people.payroll)
  const { page, root, isPresent } = await deviceAt('/office/sign-in')
  await enter(page, 'payroll@example.jp', townPassword)
  await heading(page, '二段階認証の設定').waitFor()
  await button(page, 'パスキーを使う').click()
  await page.getByLabel('パスキーの名前').fill('机のPC')
  await page.getByLabel('パスワード', { exact: true }).fill(townPassword)
  await isFine(page)
  await look(page, 'enrol-passkey')
  await button(page, 'パスキーを登録する').click()
  await page.getByRole('list', { name: '回復用コード' }).waitFor()
  await button(page, '控えました').click()
  await heading(page, '案件').waitFor()
  await page.goto(`${root}/office/me`)
  await page.getByRole('list', { name: 'パスキー' }).getByText('机のPC').waitFor()
  await isFine(page)
  await look(page, 'settings-passkeys')

  await page.context().clearCookies()
  await page.goto(`${root}/office/sign-in`)
  await enter(page, 'payroll@example.jp', townPassword)
  await page.getByText('パスキーか回復用コードでサインイン').waitFor()
  await isFine(page)
  const shown = page.waitForRequest((request) => request.url().endsWith('/api/session/passkey'))
  await button(page, 'パスキーでサインインする').click()
  await heading(page, '案件').waitFor()
  const headers = { 'content-type': 'application/json' }
  const again = await fetch(`${root}/api/session/passkey`, { method: 'POST', headers, body: (await shown).postData() })
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('passkey.not_verified')])

  await page.context().clearCookies()
  await isPresent(false)
  await page.goto(`${root}/office/sign-in`)
  await button(page, 'パスキーでサインインする').click()
  await page.getByText('パスキーを確かめられませんでした').waitFor()
  await isFine(page)
  await look(page, 'sign-in-passkey-refused')
  await isPresent(true)
  await button(page, 'パスキーでサインインする').click()
  await heading(page, '案件').waitFor()

  await page.goto(`${root}/office/me`)
  await button(page, 'パスキー「机のPC」をはずす').click()
  await page.getByRole('dialog').getByLabel('パスワード', { exact: true }).fill(townPassword)
  await press(page, 'Enter')
  await heading(page, '二段階認証の設定').waitFor()
  await page.context().clearCookies()
  await page.goto(`${root}/office/sign-in`)
  await button(page, 'パスキーでサインインする').click()
  await page.getByText('このパスキーは登録されていません').waitFor()
  await page.context().close()
})

it('what was set elsewhere in the same moment is shown beside one’s own, and one of both is chosen', async () => {
  const page = await browsing.open(town.people.hana, '/me')
  let isFirst = true
  await page.route('**/api/me', async (route) => {
    if (isFirst && route.request().method() === 'PATCH') {
      isFirst = false
      const asHana = await asPerson(house, town.people.hana)
      const { version } = (await asHana(getMe)).answer
      await asHana(changeMe, { body: { textSize: 'large', version } })
    }
    await route.continue()
  })
  await page.getByRole('radio', { name: 'とても大きい' }).check()
  const dialog = page.getByRole('dialog', { name: '先に保存された内容があります' })
  await expect
    .poll(() => dialog.innerText())
    .toMatch(/ここで入力した内容\s+文字の大きさ\s+とても大きい[\s\S]+先に保存された内容\s+文字の大きさ\s+大きい/)
  expect([await axe(page), await fitsAcross(page)]).toEqual([[], true])
  await look(page, 'settings-both-versions')
  await dialog.getByRole('button', { name: 'ここで入力した内容にする' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await (await asPerson(house, town.people.hana))(getMe)).answer.textSize).toBe('largest')
  await page.context().close()
})
