import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './places.ts'

/** One package of the lock file. */
export interface Licensed {
  name: string
  version: string
  /** An SPDX expression; null when nobody says. */
  licence: string | null
  /** Comes with the product, and is not only needed to build and test it. */
  ships: boolean
}

/**
 * What a city may use, change and run as part of Tsumugi without opening or paying for anything. LGPL and EPL are for parts
 * that are used as they are, through their own interfaces; MPL asks only for changes of its own files.
 */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSL-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'EPL-2.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
  'Zlib',
])

/** Packages that name their licence only where no tool looks: in the file LICENSE, or in their readme. */
const readByHand: Record<string, string> = {
  'humanize-number': 'MIT',
  only: 'MIT',
  'png-js': 'MIT',
  'seq-queue': 'MIT',
}

interface LockFile {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }>
}

/** Every package of a lock file with its licence; reads nothing but the lock file and node_modules. */
export async function licencesOf(lock: LockFile): Promise<Licensed[]> {
  const found = new Map<string, Licensed>()
  for (const [path, entry] of Object.entries(lock.packages)) {
    const name = path.split('node_modules/').at(-1) ?? ''
    if (!path.includes('node_modules/') || entry.link) continue
    const version = entry.version ?? ''
    const licence = entry.license ?? readByHand[name] ?? (await oldStyleLicence(path))
    const ships = !entry.dev || (found.get(`${name}@${version}`)?.ships ?? false)
    found.set(`${name}@${version}`, { name, version, licence, ships })
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version))
}

/** Packages whose licence is missing or not one of those allowed. */
export function notAllowed(packages: readonly Licensed[]): Licensed[] {
  return packages.filter(({ licence }) => licence === null || !isAllowed(licence))
}

/** The lock file of this project. */
export async function readLock(): Promise<LockFile> {
  return JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as LockFile
}

/** An expression is allowed when all joined by AND are, and one of those joined by OR. */
function isAllowed(expression: string): boolean {
  const choices = expression.replace(/[()]/g, '').split(/ OR /i)
  return choices.some((choice) => choice.split(/ AND /i).every((each) => allowed.has(each.trim())))
}

/** `"licenses": [{ "type": "MIT" }]`, as packages wrote it before 2015. */
async function oldStyleLicence(path: string): Promise<string | null> {
  const text = await readFile(join(root, path, 'package.json'), 'utf8').catch(() => '{}')
  const { licenses } = JSON.parse(text) as { licenses?: { type?: string }[] }
  return licenses?.[0]?.type ?? null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
