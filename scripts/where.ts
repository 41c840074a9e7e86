/** npm run where WORD: where a word of the domain lives, in Japanese or English. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eventSentences } from '../kit/contract/events.ts'
import { mapEndpoints, type SourceFile, sourceFiles } from './house-map.ts'
import { root, schemaFolder } from './places.ts'

const word = process.argv.slice(2).join(' ').trim()
if (!word) {
  console.error('Say what you look for: npm run where claim')
  process.exit(2)
}

/** `claimTask`, `claim-task`, `task.claim` and `claim_task` all hold the words claim and task. */
function holds(text: string): boolean {
  const plain = (value: string) =>
    value
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[-_.]/g, ' ')
      .toLowerCase()
  return plain(text).includes(plain(word))
}

function print(title: string, lines: string[]): void {
  if (lines.length === 0) return
  console.log(`\n${title}`)
  for (const line of lines.slice(0, 30)) console.log(`  ${line}`)
  if (lines.length > 30) console.log(`  … and ${lines.length - 30} more`)
}

/** Lines of a file that match, as `path:line  text`. */
function linesIn({ path, text }: SourceFile, matches: (line: string) => boolean): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (matches(line) ? [`${path}:${index + 1}  ${line.trim().slice(0, 110)}`] : []))
}

async function textOf(path: string): Promise<SourceFile> {
  return { path, text: await readFile(join(root, path), 'utf8').catch(() => '') }
}

const files = await sourceFiles(['api/src', 'kit', 'worker-ui/src', 'admin-ui/src', 'tests'])
const isTest = ({ path }: SourceFile) => path.includes('.test.')
const endpoints = (await mapEndpoints()).filter(({ name, path, action, event, summary }) =>
  [name, path, action ?? '', event ?? '', summary].some(holds),
)
const tables = await Promise.all((await readdir(schemaFolder)).map((name) => textOf(`prisma/schema/${name}`)))
const events = Object.entries(eventSentences).filter(([name, { ja, en }]) => [name, ja, en].some(holds))

print(
  'Glossary',
  linesIn(await textOf('docs/words.md'), (line) => line.startsWith('|') && holds(line)),
)
print(
  'Endpoints → command',
  endpoints.map(
    (each) => `${each.method} ${each.path}  →  ${each.file ?? '(no file)'}   may: ${each.action ?? 'anybody'}`,
  ),
)
print(
  'Events',
  events.map(([name, { ja, en }]) => `${name.padEnd(24)} ${ja} / ${en}`),
)
print(
  'Files of the server',
  files.filter((file) => file.path.startsWith('api/') && !isTest(file) && holds(file.path)).map(({ path }) => path),
)
print(
  'Tables',
  tables.flatMap((file) => linesIn(file, (line) => /^(model|enum) /.test(line) && holds(line))),
)
print(
  'Refusals',
  linesIn(await textOf('kit/contract/refusals.ts'), (line) => /^ {2}'[a-z_.]+': /.test(line) && holds(line)),
)
print(
  'Screens',
  files.filter((file) => file.path.endsWith('.tsx') && !isTest(file) && holds(file.path)).map(({ path }) => path),
)
print(
  'Tests',
  files
    .filter(isTest)
    .flatMap((file) =>
      holds(file.path) ? [file.path] : linesIn(file, (line) => /\b(test|it|describe)\(/.test(line) && holds(line)),
    ),
)
