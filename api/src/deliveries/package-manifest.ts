import { version } from '../kernel/version.ts'
import type { PackagePlan } from './load-package-plan.ts'
import type { FileCounts } from './package-files.ts'
import type { Spool } from './spool.ts'
import type { Tally } from './tally.ts'
import type { ZippedFile } from './zip-stream.ts'

/** One file's line in the manifest, put aside until all are known. */
export function manifestLine(file: ZippedFile, counts: FileCounts | undefined): Buffer {
  return Buffer.from(`${JSON.stringify({ ...file, ...counts })}\n`)
}

/** `manifest.json`: what the package is, what is in it, and each file's checksum, in constant memory. */
export async function* manifestJson(plan: PackagePlan, tally: Tally, lines: Spool): AsyncGenerator<string> {
  const { orderNumber, title, formats, labels, contributor } = plan
  const head = {
    tool: { name: 'Tsumugi', version },
    order: { number: orderNumber, title },
    delivery: { version: plan.version, madeAt: plan.madeAt.toISOString(), by: contributor, formats },
    images: tally.images,
    shapes: tally.shapes,
    perLabel: Object.fromEntries(labels.map(({ name }) => [name, tally.perLabel[name] ?? 0])),
  }
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "files": [`
  let between = '\n    '
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of lines.read()) {
    const split = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = split.pop() ?? ''
    let text = ''
    for (const line of split) {
      text += between + line
      between = ',\n    '
    }
    yield text
  }
  yield '\n  ]\n}\n'
}
