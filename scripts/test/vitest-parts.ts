import type { SerializedError, TestCase, TestModule, TestSpecification, Vitest } from 'vitest/node'
import { startVitest } from 'vitest/node'
import { root } from '../places.ts'
import { type PartResult, printPart } from './report.ts'

interface RunningPart extends PartResult {
  began: number
  modulesLeft: number
}

function errorText(error: SerializedError): string {
  const where = error.stacks?.map((frame) => `    at ${frame.file}:${frame.line}:${frame.column}`).join('\n')
  const trace = where || error.stack?.split('\n').slice(1, 6).join('\n')
  return [`${error.name ?? 'Error'}: ${error.message}`, error.diff, trace].filter(Boolean).join('\n')
}

/** Counts what Vitest reports, part by part; a skipped test counts as failed, so that nothing is skipped in silence. */
class PartCounter {
  readonly parts = new Map<string, RunningPart>()
  private readonly logs = new Map<string, string[]>()

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    for (const { project } of specifications) {
      const part = this.parts.get(project.name)
      if (part) part.modulesLeft++
      else {
        const empty = { passed: 0, failed: 0, seconds: 0, failures: [], began: 0, modulesLeft: 1 }
        this.parts.set(project.name, { name: project.name, ...empty })
      }
    }
  }

  onUserConsoleLog({ taskId, content }: { taskId?: string; content: string }): void {
    const kept = this.logs.get(taskId ?? '') ?? []
    kept.push(content)
    this.logs.set(taskId ?? '', kept.slice(-50))
  }

  onTestModuleStart(module: TestModule): void {
    const part = this.parts.get(module.project.name)
    if (part && part.began === 0) part.began = performance.now()
  }

  onTestModuleEnd(module: TestModule): void {
    const part = this.parts.get(module.project.name)
    if (!part) return
    for (const test of module.children.allTests()) this.count(part, module, test)
    const broken = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())]
    for (const error of broken) this.fail(part, `${module.relativeModuleId}\n${errorText(error)}`)
    part.modulesLeft--
    if (part.modulesLeft > 0) return
    part.seconds = (performance.now() - part.began) / 1000
    printPart(part)
  }

  private count(part: RunningPart, module: TestModule, test: TestCase): void {
    const result = test.result()
    if (result.state === 'passed') {
      part.passed++
      return
    }
    const title = `${module.relativeModuleId} > ${test.fullName}`
    const reason =
      result.state === 'failed' ? result.errors.map(errorText).join('\n') : 'This test was skipped; nothing may be.'
    const printed = this.logs.get(test.id)?.join('') ?? ''
    this.fail(part, `${title}\n${reason}${printed ? `\nIt printed:\n${printed}` : ''}`)
  }

  private fail(part: RunningPart, failure: string): void {
    part.failed++
    part.failures.push(failure)
  }

  unhandled(errors: readonly SerializedError[]): PartResult[] {
    if (errors.length === 0) return []
    const failures = errors.map((error) => errorText(error))
    return [{ name: 'outside of a test', passed: 0, failed: failures.length, seconds: 0, failures }]
  }
}

/** A part nobody wrote a test for, or whose tests were not found, has not passed. */
function missingParts(wanted: string[], found: Map<string, PartResult>): PartResult[] {
  return wanted
    .filter((name) => {
      const part = found.get(name)
      return !part || part.passed + part.failed === 0
    })
    .map((name) => ({ name, passed: 0, failed: 1, seconds: 0, failures: ['This part ran no test at all.'] }))
}

/** Runs these projects of vitest.config.ts in one go and counts each. */
export async function runVitestParts(projects: string[]): Promise<PartResult[]> {
  const counter = new PartCounter()
  const running: { vitest?: Vitest } = {}
  const end = async () => {
    await running.vitest?.close()
    process.exit(130)
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  let unhandled: readonly SerializedError[] = []
  const onTestRunEnd = (_modules: unknown, errors: readonly SerializedError[]) => {
    unhandled = errors
  }
  const reporter = {
    onTestRunStart: counter.onTestRunStart.bind(counter),
    onUserConsoleLog: counter.onUserConsoleLog.bind(counter),
    onTestModuleStart: counter.onTestModuleStart.bind(counter),
    onTestModuleEnd: counter.onTestModuleEnd.bind(counter),
    onTestRunEnd,
  }
  const reporters = [reporter, { onInit: (vitest: Vitest) => void (running.vitest = vitest) }]
  const vitest = await startVitest('test', [], {
    root,
    project: projects,
    watch: false,
    passWithNoTests: true,
    reporters,
  })
  await vitest.close()
  const missing = missingParts(projects, counter.parts)
  for (const part of missing) printPart(part)
  const counted = [...counter.parts.values()].filter(({ passed, failed }) => passed + failed > 0)
  return [...counted, ...counter.unhandled(unhandled), ...missing]
}
