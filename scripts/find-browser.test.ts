import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findBrowser } from './find-browser.ts'

afterEach(() => vi.unstubAllEnvs())

test('takes the browser named in CHROMIUM, and says so when that cannot be run', async () => {
  vi.stubEnv('CHROMIUM', process.execPath)
  expect(await findBrowser()).toBe(process.execPath)
  vi.stubEnv('CHROMIUM', '/no/such/browser')
  await expect(findBrowser()).rejects.toThrow('CHROMIUM names /no/such/browser, which is not a program')
})

test('finds one on the PATH', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'browser-'))
  const program = join(folder, process.platform === 'win32' ? 'chromium.exe' : 'chromium')
  await writeFile(program, '')
  await chmod(program, 0o755)
  vi.stubEnv('CHROMIUM', '')
  vi.stubEnv('CHROME', '')
  vi.stubEnv('PATH', folder)
  expect(await findBrowser()).toBe(program)
  await rm(folder, { recursive: true })
})
