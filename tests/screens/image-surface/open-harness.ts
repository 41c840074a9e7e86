import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'
import { findBrowser } from '../../../scripts/find-browser.ts'

/** The editor in a real browser, on real images, without the rest of the house. */
export interface Harness {
  browser: Browser
  /** Opens the harness; `query` chooses scene, mode, language and scheme. Waits until the picture is there. */
  open(query: string, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a development server on a free port and a browser that draws without a graphics card. */
export async function openHarness(): Promise<Harness> {
  const server = await createServer({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) })
  await server.listen()
  const address = server.httpServer?.address() as AddressInfo | null | undefined
  const browser = await chromium.launch({ executablePath: await findBrowser(), headless: true, args: flags })
  return {
    browser,
    async open(query, options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
      const page = await context.newPage()
      await page.goto(`http://127.0.0.1:${address?.port}/tests/screens/image-surface/harness.html?${query}`)
      await page.locator('.image-surface-stage.is-shown').waitFor({ timeout: 60_000 })
      return page
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
