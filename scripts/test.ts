/**
 * npm test                      everything: types, lint, format, import rules, unused code, generated files, and every test
 * npm run check                 the same without a browser
 * npm test -- lint api races    only these parts
 */
import { findBrowser } from './find-browser.ts'
import { buildStale } from './prepare.mjs'
import { type PartResult, printPart, printSummary } from './test/report.ts'
import { runStaticChecks, staticChecks } from './test/static-checks.ts'
import { runVitestParts } from './test/vitest-parts.ts'

const vitestParts = ['unit', 'contract', 'database', 'permissions', 'api', 'boundaries', 'races', 'stories', 'screens']
const partsWithBrowser = ['stories', 'screens']

const withBrowser = !process.argv.includes('--without-browser')
const wished = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))

function isWished(name: string): boolean {
  return wished.length === 0 || wished.includes(name)
}

async function prepareScreens(): Promise<PartResult> {
  const began = performance.now()
  const failures: string[] = []
  try {
    process.env.CHROMIUM = await findBrowser()
    await buildStale()
  } catch (error) {
    failures.push((error as Error).message)
  }
  const failed = failures.length
  const part = {
    name: 'browser and build',
    passed: 1 - failed,
    failed,
    seconds: (performance.now() - began) / 1000,
    failures,
  }
  printPart(part)
  return part
}

async function runAll(): Promise<PartResult[]> {
  const unknown = wished.filter((name) => ![...vitestParts, ...staticChecks.map((each) => each.name)].includes(name))
  if (unknown.length > 0) throw new Error(`There is no part called ${unknown.join(', ')}.`)
  const parts = await runStaticChecks(staticChecks.filter(({ name }) => isWished(name)))
  if (!withBrowser) process.env.WITHOUT_BROWSER = '1'
  let projects = vitestParts.filter((name) => isWished(name) && (withBrowser || name !== 'screens'))
  if (withBrowser && projects.some((name) => partsWithBrowser.includes(name))) {
    const prepared = await prepareScreens()
    parts.push(prepared)
    // Without a browser or a build these could only fail again, each with a less helpful message.
    if (prepared.failed > 0) projects = projects.filter((name) => !partsWithBrowser.includes(name))
  }
  if (projects.length > 0) parts.push(...(await runVitestParts(projects)))
  return parts
}

try {
  process.exitCode = printSummary(await runAll()) ? 0 : 1
} catch (error) {
  console.error((error as Error).stack)
  console.log('\n0 passed, 1 failed')
  process.exitCode = 1
}
process.exit()
