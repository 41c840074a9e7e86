import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { AxeResults, RunOptions } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { startSession } from '../../api/src/people/session-store.ts'
import type { Language } from '../../kit/words/words.ts'
import { findBrowser } from '../../scripts/find-browser.ts'
import type { House } from './house.ts'

/** How somebody's window is; a PC of 1280×800, Japanese and light unless told. */
export interface WindowOptions extends BrowserContextOptions {
  language?: Language
  /** The language the person has set counts, and not `language`. */
  asSet?: boolean
  scheme?: 'light' | 'dark'
}

/** One browser for a test file, with a window of its own for everybody. */
export interface Browsing {
  browser: Browser
  /**
   * Opens a page in a new window, signed in as a person (`null`: nobody), and waits until it stands there.
   * `path` is an address of the house: `/review`, `/office/orders/new`.
   */
  open(personId: string | null, path: string, options?: WindowOptions): Promise<Page>
  /** What went wrong unseen: errors in the console, exceptions, answers of 500 and more. */
  problems: string[]
  close(): Promise<void>
}

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } as const satisfies WindowOptions

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const pictures = resolve(import.meta.dirname, '../.out')

/** Opens a browser on a house that serves its screens (`openHouseWithScreens()`); close it before the house. */
export async function openBrowser(house: House): Promise<Browsing> {
  const browser = await chromium.launch({ executablePath: await findBrowser(), headless: true, args: flags })
  const problems: string[] = []
  return {
    browser,
    problems,
    async open(personId, path, { language = 'ja', scheme = 'light', asSet = false, ...options } = {}) {
      const viewport = { width: 1280, height: 800 }
      const context = await browser.newContext({ viewport, colorScheme: scheme, ...options })
      context.setDefaultTimeout(30_000)
      await context.addInitScript(rememberOnDevice, { language, scheme, isSignedIn: personId !== null })
      if (personId !== null) await context.addCookies([await refreshCookie(house, personId)])
      if (personId !== null && !asSet)
        await house.world.db.rows.person.update({ where: { id: personId }, data: { language } })
      const page = await context.newPage()
      listenForProblems(page, problems)
      await page.goto(house.url + path)
      await settled(page)
      return page
    },
    close: () => browser.close(),
  }
}

/** What the device remembers of an earlier visit. Runs in the page, before its own scripts. */
function rememberOnDevice(known: { language: string; scheme: string; isSignedIn: boolean }): void {
  if (localStorage.getItem('tsumugi.language') !== null) return
  localStorage.setItem('tsumugi.language', known.language)
  localStorage.setItem('tsumugi.scheme', known.scheme)
  if (known.isSignedIn) localStorage.setItem('tsumugi.signed-in', '1')
}

/** A session's refresh cookie, as signing in would set it. */
async function refreshCookie(house: House, personId: string) {
  const { refreshToken } = await house.world.db.transact((tx) => startSession(house.world, tx, personId, 'test'))
  const place = { domain: new URL(house.url).hostname, path: '/api/session' }
  return { name: 'tsumugi_refresh', value: refreshToken.value, ...place, httpOnly: true, sameSite: 'Strict' as const }
}

function listenForProblems(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    // The browser itself reports every 4xx answer here; refusals are part of the story.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(`${page.url()}: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.url()} answered ${response.status()}`)
  })
}

/** Resolves when the page stands: it has a heading, and nothing in it is still being read. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.locator('[data-kind][role="status"]').first().waitFor({ state: 'detached' })
}

/** Resolves when nothing fades or slides any more: colours half-way through are nobody's. Runs in the page. */
async function stillness(): Promise<void> {
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const moving = () =>
    document
      .getAnimations()
      .filter(
        ({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().endTime) < 60_000,
      )
  for (let still = 0; still < 5; still++) {
    const all = moving().map(({ finished }) => finished.catch(() => undefined))
    if (all.length > 0) still = 0
    await Promise.all(all)
    await frame()
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Runs in the page. */
function runAxe(): Promise<AxeResults> {
  const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
  return axe.run({ resultTypes: ['violations'] })
}

/** What axe finds wrong with the page as it stands, one line each: rule, places, what to do. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(stillness)
  // Once per document, and without a second page for every look: pages here hold no foreign frames.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(runAxe)
  return violations.map(({ id, nodes, help }) => {
    const places = nodes.map((node) => node.target.join(' ')).join(' | ')
    return `${id} (${help}): ${places}`
  })
}

/** Keeps a picture of the whole page under tests/.out/, for people to look at. */
export async function look(page: Page, name: string): Promise<void> {
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

/** Whether nothing on the page stands out to the side. */
export function fitsAcross(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)
}

/** Presses keys one after the other; `ArrowLeft*5` presses five times. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const each of keys) {
    const [key = '', times = '1'] = each.split('*')
    for (let i = 0; i < Number(times); i++) await page.keyboard.press(key)
  }
}

/** Resolves when something has the keyboard: what is typed next lands there. */
export async function hasKeyboard(place: Locator): Promise<void> {
  await expect.poll(() => place.evaluate((element) => element === document.activeElement)).toBe(true)
}

/** Goes on by Tab until what has the keyboard is named so, as somebody without a mouse does; fails after `most` steps. */
export async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  const seen: string[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      const label = isField ? element.labels?.[0]?.textContent : element?.textContent
      return element?.getAttribute('aria-label') ?? label?.trim() ?? ''
    })
    if (name.test(focused)) return
    seen.push(focused.slice(0, 40))
  }
  throw new Error(`Tab never reached ${name}; it went through ${seen.join(' → ')}`)
}
