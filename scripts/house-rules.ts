import ts from 'typescript'
import type { SourceFile } from './house-map.ts'

/** One place that breaks a rule of the house. */
export interface Violation {
  rule: string
  path: string
  line: number
  /** What to do instead. */
  advice: string
}

type Look = (node: ts.Node, file: ts.SourceFile) => string | null

interface Rule {
  rule: string
  advice: string
  /** Which files it holds for. */
  holdsFor: (path: string) => boolean
  /** Text of the offending node, or null. */
  look: Look
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const server = (path: string) => path.startsWith('api/src/') && !isTest(path)
const foundations = /^api\/src\/(kernel|db|http|events|permissions|jobs|files)\//
const inSlice = (path: string) => server(path) && /^api\/src\/[^/]+\//.test(path) && !foundations.test(path)
const isStore = (path: string) => /-store\.ts$/.test(path)
const isRead = (path: string) => /\/(get|list|see|load)-[^/]+\.ts$/.test(path)
const isData = (path: string) => /-checks\.ts$/.test(path)

const writing =
  /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany|\$executeRaw|\$executeRawUnsafe)$/
const reading =
  /^(findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow|findMany|count|aggregate|groupBy|\$queryRaw|\$queryRawUnsafe)$/

/** The method of `rows.order.create(…)`, `tx.rows.$executeRaw…` or (as reading) `pool.query(…)`; null for anything else. */
function databaseMethod(node: ts.Node): string | null {
  const called = ts.isCallExpression(node) ? node.expression : ts.isTaggedTemplateExpression(node) ? node.tag : null
  if (!called || !ts.isPropertyAccessExpression(called)) return null
  const method = called.name.text
  const on = called.expression.getText()
  if (method === 'query' && /(^|\.)(pool|client|connection)$/.test(on)) return '$queryRaw'
  return /(^|\.)(rows|prisma)(\.|$)/.test(on) && (writing.test(method) || reading.test(method)) ? method : null
}

function isDivision(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.SlashToken
}

/** Whether this value is money. Something divided by an amount is not: it is a share, or how often it fits. */
function namesYen(node: ts.Node): boolean {
  if (isDivision(node)) return namesYen(node.left) && !namesYen(node.right)
  if (ts.isIdentifier(node) && /(Yen|^yen)$/.test(node.text)) return true
  return ts.forEachChild(node, (child) => namesYen(child) || undefined) ?? false
}

const rules: Rule[] = [
  {
    rule: 'time-from-the-clock',
    advice: 'Take the time from world.clock (kernel/clock.ts), so that tests can move it.',
    holdsFor: (path) => server(path) && path !== 'api/src/kernel/clock.ts',
    look: (node) =>
      ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length
        ? node.getText()
        : null,
  },
  {
    rule: 'yen-rounded-in-one-place',
    advice: 'Divide and round money only in api/src/kernel/yen.ts.',
    // The quote form reckons for the eye while somebody types; tests/contract/screen-figures.test.ts holds it to the server's yen.
    holdsFor: (path) =>
      /^(api|kit|worker-ui|admin-ui)\//.test(path) &&
      !isTest(path) &&
      !['api/src/kernel/yen.ts', 'admin-ui/src/orders/quote-figures.ts'].includes(path),
    look: (node) => {
      if (isDivision(node)) return namesYen(node) ? node.getText() : null
      if (!ts.isCallExpression(node)) return null
      const rounds = /^Math\.(round|floor|ceil|trunc)$|\.toFixed$/.test(node.expression.getText())
      return rounds && namesYen(node) ? node.getText() : null
    },
  },
  {
    rule: 'rows-written-by-stores',
    advice: 'Write rows in the -store.ts of their slice.',
    holdsFor: (path) => inSlice(path) && !isStore(path),
    look: (node) => {
      const method = databaseMethod(node)
      return method && writing.test(method) ? node.getText() : null
    },
  },
  {
    rule: 'rows-read-by-stores-and-reads',
    advice: 'Read rows in a -store.ts or in a file named get-, list-, see- or load-.',
    holdsFor: (path) => inSlice(path) && !isStore(path) && !isRead(path) && !isData(path),
    look: (node) => {
      const method = databaseMethod(node)
      return method && reading.test(method) ? node.getText() : null
    },
  },
  {
    rule: 'no-rule-switched-off',
    advice: 'Repair the code, or change the rule for everybody and say why.',
    holdsFor: () => true,
    look: (node, file) => {
      if (!ts.isSourceFile(node)) return null
      return /(eslint|oxlint|biome)-(disable|ignore)|@ts-(ignore|nocheck)/.exec(commentsOf(file))?.[0] ?? null
    },
  },
]

/** The comments of a file, without the code: a rule's name inside a string switches nothing off. */
function commentsOf(file: ts.SourceFile): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.JSX, file.text)
  const comments: string[] = []
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isComment = kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia
    if (isComment) comments.push(scanner.getTokenText())
  }
  return comments.join('\n')
}

function nameViolation(path: string): Violation | null {
  const name = path.split('/').at(-1) ?? ''
  const stem = name.replace(/(\.[a-z]+)*\.tsx?$/, '')
  const vague = /^(utils?|helpers?|manager|misc|index)$|-(utils?|helpers?|manager)$/.test(stem)
  const shape = name.endsWith('.tsx') ? /^([A-Z][A-Za-z0-9]*|[a-z][a-z0-9]*(-[a-z0-9]+)*)$/ : /^[a-z0-9]+(-[a-z0-9]+)*$/
  if (!vague && shape.test(stem)) return null
  const advice =
    'Name the file in kebab-case after its one main export (React components in PascalCase); no utils, helpers, manager, index.'
  return { rule: 'files-say-what-they-hold', path, line: 1, advice }
}

/** The names of every rule, so that a test can see each one proved. */
export const houseRuleNames = [...rules.map(({ rule }) => rule), 'files-say-what-they-hold']

/** Everything in these files that breaks a rule the ordinary tools cannot express. */
export function houseViolations(files: SourceFile[]): Violation[] {
  return files.flatMap(({ path, text }) => {
    const found: Violation[] = []
    const misnamed = nameViolation(path)
    if (misnamed) found.push(misnamed)
    const applying = rules.filter(({ holdsFor }) => holdsFor(path))
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
    const visit = (node: ts.Node): void => {
      for (const { rule, advice, look } of applying) {
        if (look(node, file) === null) continue
        found.push({ rule, path, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, advice })
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  })
}
