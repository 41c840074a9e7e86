import { expect, test } from 'vitest'
import { eventSentences } from '../../kit/contract/events.ts'
import { type MappedEndpoint, mapEndpoints } from '../../scripts/house-map.ts'
import { eventOfAction, fileOfEndpoint } from '../../scripts/past-tense.ts'

/** Changes that leave no event, and why. */
const quiet: Record<string, string> = {
  beginPasskey: 'nothing is kept but what the device signs; passkey.added says what came of it',
  beginUpload: 'nothing is in the order yet; item.added says what came in',
  sendPiece: 'a piece of a file comes every few seconds; item.added says what came in',
  cancelUpload: 'nothing had come into the order',
  saveDraft: 'a draft is saved every two seconds; the submission is what counts',
  startReview: 'a review lease, given back by itself; the decision is what counts',
}

/** Endpoints whose permission is named after another verb, and why. */
const otherwiseNamed: Record<string, string> = {
  signOutEverywhere: 'one sign-out ends one session; this ends all of them: session.end',
}

const reads = /^(get|list|download|preview)/

/** `claimNextTasks` → `claim`, `next`, `task`. */
function wordsOf(name: string): string[] {
  return fileOfEndpoint(name)
    .split('-')
    .map((word) => word.replace(/s$/, ''))
}

/** What is wrong with the names around one endpoint. */
function namingProblems(endpoint: Omit<MappedEndpoint, 'summary' | 'path' | 'slice'>): string[] {
  const { name, method, action, event, file, tests } = endpoint
  const problems: string[] = []
  if (!file) problems.push(`its command ${fileOfEndpoint(name)}.ts is missing`)
  if (tests.length === 0) problems.push(`no test names it, and there is no ${fileOfEndpoint(name)}.test.ts`)
  if (method === 'GET' && !reads.test(name)) problems.push('an address that only reads begins with get or list')
  if (method === 'GET' || action === null) return problems
  const [noun = '', verb = ''] = action.split('.')
  const words = wordsOf(name)
  const named = [verb, ...noun.split('_')].every((word) => words.includes(word.replace(/s$/, '')))
  if (!named && !(name in otherwiseNamed)) problems.push(`its permission ${action} says something else`)
  if (!event && !(name in quiet)) problems.push(`the event ${eventOfAction(action)} is missing`)
  return problems
}

const right = {
  name: 'claimTask',
  method: 'POST',
  action: 'task.claim',
  event: 'task.claimed',
  file: 'api/src/tasks/claim-task.ts',
  tests: ['tests/api/claim-task.test.ts'],
}

test('catches each way a name can go astray', () => {
  expect(namingProblems(right)).toEqual([])
  expect(namingProblems({ ...right, file: null })).toEqual(['its command claim-task.ts is missing'])
  expect(namingProblems({ ...right, tests: [] })[0]).toMatch('no test names it')
  expect(namingProblems({ ...right, action: 'task.grab' })[0]).toMatch('says something else')
  expect(namingProblems({ ...right, event: null })).toEqual(['the event task.claimed is missing'])
  expect(namingProblems({ ...right, method: 'GET' })[0]).toMatch('begins with get or list')
})

test('one name everywhere: endpoint, command, permission, event and test', async () => {
  const endpoints = await mapEndpoints()
  expect(endpoints.length).toBeGreaterThan(50)
  const found = endpoints.flatMap((endpoint) =>
    namingProblems(endpoint).map((problem) => `${endpoint.slice}/${endpoint.name}: ${problem}`),
  )
  expect(found).toEqual([])
})

test('no exception is kept that nobody needs', async () => {
  const names = (await mapEndpoints()).map(({ name }) => name)
  for (const name of [...Object.keys(quiet), ...Object.keys(otherwiseNamed)]) expect(names).toContain(name)
})

test('every event can be traced to the code that appends it', async () => {
  const { sourceFiles } = await import('../../scripts/house-map.ts')
  const server = (await sourceFiles(['api/src'])).map(({ text }) => text).join('\n')
  const unused = Object.keys(eventSentences).filter((event) => !server.includes(`'${event}'`))
  expect(unused).toEqual([])
})
