import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Overlay, plant } from './overlay.ts'
import { runTool } from './run-tool.ts'

const lines = (count: number) => Array.from({ length: count }, (_, index) => `  console.log(${index})`).join('\n')
const manyLines = Array.from({ length: 260 }, (_, index) => `export const name${index} = ${index}`).join('\n')
const promise = 'export const later = async (): Promise<void> => {}\n'

/** For each lint rule a file that breaks it. */
const planted: Record<string, [path: string, text: string]> = {
  'eslint(max-lines)': ['api/src/tasks/too-long.ts', manyLines],
  'eslint(max-lines-per-function)': ['kit/ui/long.ts', `export function long() {\n${lines(75)}\n}`],
  'eslint(no-restricted-properties)': ['api/src/tasks/now.ts', 'export const at = Date.now() + Math.random()'],
  'eslint(eqeqeq)': ['kit/ui/equal.ts', 'export const same = (a: unknown) => a == 1'],
  'eslint(no-var)': ['kit/ui/old.ts', 'export var old = 1'],
  'eslint(prefer-const)': ['kit/ui/steady.ts', 'let steady = 1\nexport const two = steady + 1'],
  'eslint(no-unused-vars)': ['kit/ui/unused.ts', 'const unused = 1\nexport const other = 2'],
  'typescript(no-explicit-any)': ['kit/ui/any.ts', 'export const loose = (a: any) => a'],
  'typescript(ban-ts-comment)': ['kit/ui/silenced.ts', '// @ts-ignore\nexport const text: string = 1'],
  'typescript(no-floating-promises)': ['api/src/tasks/floating.ts', `${promise}export function go() {\n  later()\n}`],
  'typescript(no-misused-promises)': [
    'api/src/tasks/misused.ts',
    `${promise}export const go = () => (later() ? 1 : 2)`,
  ],
  'typescript(only-throw-error)': ['api/src/tasks/throws.ts', 'export function fail() {\n  throw "no"\n}'],
  'typescript(switch-exhaustiveness-check)': [
    'api/src/tasks/forgets.ts',
    "export function say(a: 'x' | 'y') {\n  switch (a) {\n    case 'x':\n      return 1\n  }\n  return 2\n}",
  ],
  'typescript(consistent-type-imports)': [
    'kit/ui/imports.ts',
    "import { Type } from './any.ts'\nexport const f = (a: Type) => a",
  ],
  'typescript(no-unnecessary-type-assertion)': ['kit/ui/sure.ts', 'export const f = (a: string) => a as string'],
}

const allowed = {
  'api/src/kernel/clock.ts': 'export const now = () => Date.now()',
  'api/src/tasks/claim.test.ts': 'export const at = Date.now()',
  'kit/contract/refusals.ts': manyLines,
}

let overlay: Overlay
let caught: { filename: string; code: string }[]

beforeAll(async () => {
  overlay = await plant({ ...Object.fromEntries(Object.values(planted)), ...allowed })
  const { printed } = await runTool(overlay.folder, 'oxlint/bin/oxlint', [
    '--type-aware',
    '--format',
    'json',
    'api',
    'kit',
  ])
  caught = (JSON.parse(printed) as { diagnostics: { filename: string; code: string }[] }).diagnostics
})

afterAll(() => overlay.remove())

test.each(Object.entries(planted))('%s is caught', (code, [path]) => {
  expect(caught.filter(({ filename }) => filename === path).map((each) => each.code)).toContain(code)
})

test('lets through what is allowed', () => {
  expect(caught.filter(({ filename }) => filename in allowed)).toEqual([])
})
