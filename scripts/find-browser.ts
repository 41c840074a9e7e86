import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

const namesOnPath = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
]

const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
}

async function firstRunnable(paths: string[]): Promise<string | null> {
  for (const path of paths) {
    const runnable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (runnable) return path
  }
  return null
}

function searched(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const end = process.platform === 'win32' ? '.exe' : ''
  const onPath = namesOnPath.flatMap((name) => folders.map((folder) => join(folder, name + end)))
  return [...onPath, ...(usualPlaces[process.platform] ?? [])]
}

async function installFromDebian(say: (line: string) => void): Promise<void> {
  say('There is no Chrome or Chromium here; installing the package chromium with apt-get (once; a few minutes) …')
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64_000_000 }
  await run('apt-get', ['update', '-qq'], options)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
}

/**
 * The path of a Chrome or Chromium: the one named in CHROMIUM or CHROME, else one on the PATH or in a usual place,
 * else Debian's, installed when this process may. Throws an error that says how to get one; it never answers "none".
 */
export async function findBrowser(say: (line: string) => void = console.log): Promise<string> {
  for (const name of ['CHROMIUM', 'CHROME'] as const) {
    const named = process.env[name]
    if (!named) continue
    if (await firstRunnable([named])) return named
    throw new Error(`${name} names ${named}, which is not a program that can be run.`)
  }
  const found = await firstRunnable(searched())
  if (found) return found
  let reason = ''
  if (process.getuid?.() === 0 && (await firstRunnable(['/usr/bin/apt-get']))) {
    await installFromDebian(say).catch((error: Error) => {
      reason = `\nInstalling it failed: ${error.message}`
    })
    const installed = await firstRunnable(searched())
    if (installed) return installed
  }
  throw new Error(
    'The browser tests need Chrome or Chromium, and none was found. Install one ' +
      '(Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask chromium; or https://www.google.com/chrome), ' +
      `or name it: CHROMIUM=/path/to/chromium npm test. Without it, npm run check runs everything else.${reason}`,
  )
}
