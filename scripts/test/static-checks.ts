import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../places.ts'
import { type PartResult, printPart } from './report.ts'

interface StaticCheck {
  name: string
  /** Program below the project's folder, run by this Node. */
  program: string
  args: string[]
  /** Says what is wrong with a run that ended well, such as having looked at nothing. */
  doubt?: (printed: string) => string | null
}

/** A tool that found no files reports no violations either. */
function lookedAtModules(printed: string): string | null {
  const cruised = /\((\d+) modules/.exec(printed)
  return Number(cruised?.[1] ?? 0) > 0 ? null : `No module was looked at.\n${printed}`
}

/** Everything that is checked without running the product; each counts as one test. The slowest come first. */
export const staticChecks: StaticCheck[] = [
  { name: 'unused code', program: 'node_modules/knip/bin/knip.js', args: ['--no-progress'] },
  { name: 'lint', program: 'node_modules/oxlint/bin/oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', program: 'node_modules/@typescript/native/bin/tsc', args: ['--noEmit', '-p', '.'] },
  {
    name: 'import rules',
    program: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'api', 'kit', 'worker-ui', 'admin-ui'],
    doubt: lookedAtModules,
  },
  { name: 'generated files', program: 'scripts/generate.ts', args: ['--check'] },
  { name: 'format', program: 'node_modules/@biomejs/biome/bin/biome', args: ['ci', '--colors=off', '.'] },
]

function runCheck({ name, program, args, doubt }: StaticCheck): Promise<PartResult> {
  const began = performance.now()
  return new Promise((done) => {
    const loader = program.endsWith('.ts') ? ['--import', 'tsx'] : []
    const child = spawn(process.execPath, [...loader, join(root, program), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    child.once('close', (code) => {
      const wrong = code === 0 ? (doubt?.(printed) ?? null) : printed || `${program} ended with code ${code}`
      const seconds = (performance.now() - began) / 1000
      const result = { name, passed: wrong ? 0 : 1, failed: wrong ? 1 : 0, seconds, failures: wrong ? [wrong] : [] }
      printPart(result)
      done(result)
    })
  })
}

/** Runs these checks, two at a time. */
export async function runStaticChecks(checks: StaticCheck[]): Promise<PartResult[]> {
  const waiting = [...checks]
  const results: PartResult[] = []
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await runCheck(next))
  }
  await Promise.all([lane(), lane()])
  return results
}
