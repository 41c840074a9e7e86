import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/places.ts'
import { type Overlay, plant } from './overlay.ts'
import { runTool } from './run-tool.ts'

const empty = 'export const nothing = 0\n'
const using = (path: string) => `import * as used from '${path}'\nexport const use = used\n`

/** For each rule of .dependency-cruiser.cjs the imports that must be caught: file → what it imports. */
const planted: Record<string, Record<string, string>> = {
  'no-cycles': { 'api/src/tasks/first.ts': './second.ts' },
  'everything-resolves': { 'api/src/tasks/lost.ts': './nowhere.ts' },
  'slices-meet-at-public': { 'api/src/orders/reach-over.ts': '../tasks/quiet.ts' },
  'foundations-know-no-slice': { 'api/src/http/reach-up.ts': '../tasks/public.ts' },
  'rules-are-pure': {
    'api/src/tasks/database-rules.ts': '../db/generated/client.ts',
    'api/src/tasks/through-a-friend-rules.ts': './friend.ts',
    'api/src/tasks/web-state.ts': 'express',
    'api/src/tasks/disk-calc.ts': 'node:fs',
    'api/src/pay/bank-file.ts': 'node:crypto',
  },
  'only-stores-know-prisma': {
    'api/src/tasks/claim-task.ts': '../db/generated/client.ts',
    'api/src/tasks/release-task.ts': 'pg',
  },
  'only-routes-know-express': { 'api/src/tasks/submit-task.ts': 'express' },
  'commands-know-no-http': { 'api/src/tasks/resume-task.ts': '../http/implement.ts' },
  'screens-know-only-kit': {
    'worker-ui/src/peek.ts': '../../api/src/tasks/quiet.ts',
    'admin-ui/src/peek.ts': '../../worker-ui/src/quiet.ts',
  },
  'kit-stands-alone': { 'kit/words/peek.ts': '../../api/src/tasks/quiet.ts' },
  'contract-is-only-zod': { 'kit/contract/pretty.ts': 'react', 'kit/contract/wordy.ts': '../words/quiet.ts' },
  'surface-rules-are-pure': { 'kit/surfaces/image/check.ts': './draws.ts' },
  'no-screen-parts-in-the-server': { 'api/src/tasks/draw-task.ts': '../../../kit/ui/Part.tsx' },
  'no-tests-in-the-product': { 'api/src/tasks/cheat.ts': '../../../tests/support/quiet.ts' },
}

/** Files the planted ones lean on, and imports that every rule must let through. */
const innocent: Record<string, string> = {
  'api/src/tasks/second.ts': using('./first.ts'),
  'api/src/tasks/quiet.ts': empty,
  'api/src/tasks/public.ts': empty,
  'api/src/tasks/friend.ts': using('node:path'),
  'api/src/db/generated/client.ts': empty,
  'api/src/http/implement.ts': using('express'),
  'api/src/tasks/routes.ts': using('../http/implement.ts'),
  'api/src/tasks/task-store.ts': using('../db/generated/client.ts'),
  'api/src/tasks/list-tasks.ts': using('../db/generated/client.ts'),
  'api/src/tasks/see-task.ts': `import type { nothing } from '../http/implement.ts'\nexport type Use = typeof nothing\n`,
  'api/src/tasks/fair-rules.ts': using('zod'),
  'api/src/orders/ask-politely.ts': using('../tasks/public.ts'),
  'worker-ui/src/quiet.ts': using('../../kit/words/quiet.ts'),
  'kit/words/quiet.ts': empty,
  'kit/contract/plain.ts': using('zod'),
  'kit/surfaces/image/draws.ts': using('react'),
  'kit/ui/Part.tsx': using('react'),
  'tests/support/quiet.ts': empty,
}

interface Cruise {
  summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] }
}

let overlay: Overlay
let caught: Map<string, string[]>

async function cruise(folder: string): Promise<Cruise['summary']> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'api', 'kit', 'worker-ui', 'admin-ui']
  const { printed } = await runTool(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', args)
  return (JSON.parse(printed) as Cruise).summary
}

beforeAll(async () => {
  const imports = Object.assign({}, ...Object.values(planted)) as Record<string, string>
  const texts = Object.fromEntries(Object.entries(imports).map(([path, used]) => [path, using(used)]))
  overlay = await plant({ ...innocent, ...texts })
  caught = new Map()
  for (const { from, rule } of (await cruise(overlay.folder)).violations) {
    caught.set(from, [...(caught.get(from) ?? []), rule.name])
  }
})

afterAll(() => overlay.remove())

test('every rule is proved by a planted violation', () => {
  const config = createRequire(import.meta.url)(`${root}/.dependency-cruiser.cjs`) as { forbidden: { name: string }[] }
  expect(Object.keys(planted).sort()).toEqual(config.forbidden.map(({ name }) => name).sort())
})

for (const [rule, imports] of Object.entries(planted)) {
  test.each(Object.entries(imports))(`${rule}: %s may not import %s`, (path) => {
    expect(caught.get(path)).toContain(rule)
  })
}

test('lets through what is allowed', () => {
  expect(Object.keys(innocent).filter((path) => caught.has(path))).toEqual([])
})

test('looks at the whole house', async () => {
  const { totalCruised } = await cruise(root)
  expect(totalCruised).toBeGreaterThan(200)
})
