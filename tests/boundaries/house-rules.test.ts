import { expect, test } from 'vitest'
import { sourceFiles } from '../../scripts/house-map.ts'
import { houseRuleNames, houseViolations } from '../../scripts/house-rules.ts'

/** Each rule with what must be caught and what must be let through. */
const planted: Record<string, { caught: [path: string, text: string][]; allowed: [path: string, text: string][] }> = {
  'time-from-the-clock': {
    caught: [['api/src/tasks/claim-task.ts', 'export const at = new Date()']],
    allowed: [
      ['api/src/kernel/clock.ts', 'export const now = () => new Date()'],
      ['api/src/tasks/claim-task.ts', 'export const day = new Date(2026, 1, 1)'],
    ],
  },
  'yen-rounded-in-one-place': {
    caught: [
      ['api/src/ledger/entry-calc.ts', 'export const half = (feeYen: number) => feeYen / 2'],
      ['worker-ui/src/month/Month.tsx', 'export const shown = (a: { feeYen: number }) => Math.round(a.feeYen * 1.1)'],
      ['kit/words/format.ts', 'export const text = (priceYen: number) => priceYen.toFixed(0)'],
    ],
    allowed: [
      ['api/src/kernel/yen.ts', 'export const half = (feeYen: number) => Math.floor(feeYen / 2)'],
      [
        'api/src/splitting/split-calc.ts',
        'export const fits = (max: number, feeYen: number) => Math.floor(max / feeYen)',
      ],
      [
        'worker-ui/src/month/Bar.tsx',
        'export const part = (payYen: number, mostYen: number) => (payYen / mostYen) * 100',
      ],
      ['api/src/ledger/entry-calc.ts', 'export const hours = (minutes: number) => Math.floor(minutes / 60)'],
    ],
  },
  'rows-written-by-stores': {
    caught: [
      ['api/src/tasks/claim-task.ts', 'export const f = (tx: any) => tx.rows.task.update({})'],
      ['api/src/tasks/list-tasks.ts', 'export const f = (rows: any) => rows.task.deleteMany()'],
      ['api/src/tasks/claim-task.ts', 'export const f = (tx: any) => tx.rows.$executeRaw`UPDATE task SET x = 1`'],
    ],
    allowed: [
      ['api/src/tasks/task-store.ts', 'export const f = (tx: any) => tx.rows.task.update({})'],
      ['api/src/tasks/claim-task.ts', 'export const f = (form: any) => form.update({})'],
    ],
  },
  'rows-read-by-stores-and-reads': {
    caught: [
      ['api/src/tasks/claim-task.ts', 'export const f = (world: any) => world.db.rows.task.findMany({})'],
      ['api/src/tasks/claim-task.ts', 'export const f = (world: any) => world.db.pool.query("UPDATE task SET x = 1")'],
    ],
    allowed: [['api/src/tasks/list-tasks.ts', 'export const f = (world: any) => world.db.rows.task.findMany({})']],
  },
  'no-rule-switched-off': {
    caught: [
      ['kit/ui/parts/Page.tsx', '// eslint-disable-next-line\nexport const a = 1'],
      ['scripts/where.ts', '/* @ts-ignore */ export const a = 1'],
    ],
    allowed: [['scripts/where.ts', 'export const a = "@ts-ignore"']],
  },
  'files-say-what-they-hold': {
    caught: [
      ['api/src/tasks/utils.ts', ''],
      ['api/src/tasks/index.ts', ''],
      ['kit/ui/parts/table-helpers.ts', ''],
      ['api/src/tasks/claimTask.ts', ''],
    ],
    allowed: [
      ['api/src/tasks/claim-task.test.ts', ''],
      ['kit/ui/parts/DataTable.tsx', ''],
    ],
  },
}

test('every rule is proved by a planted violation', () => {
  expect(Object.keys(planted).sort()).toEqual([...houseRuleNames].sort())
})

for (const [rule, { caught, allowed }] of Object.entries(planted)) {
  test(`${rule}: catches what it must and lets the rest through`, () => {
    const broken = ([path, text]: [string, string]) =>
      houseViolations([{ path, text }]).some((violation) => violation.rule === rule)
    for (const each of caught) expect(broken(each), each.join(': ')).toBe(true)
    for (const each of allowed) expect(broken(each), each.join(': ')).toBe(false)
  })
}

test('the house keeps its own rules', async () => {
  const files = await sourceFiles(['api/src', 'kit', 'worker-ui/src', 'admin-ui/src', 'tests', 'scripts', 'prisma'])
  expect(files.length).toBeGreaterThan(100)
  const found = houseViolations(files).map(({ rule, path, line, advice }) => `${path}:${line} ${rule}: ${advice}`)
  expect(found).toEqual([])
})
