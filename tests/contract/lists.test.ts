import { expect, it } from 'vitest'
import { endpoints } from '../../kit/contract/all.ts'

const shapeOf = (schema: unknown) => Object.keys((schema as { shape?: object } | undefined)?.shape ?? {})
const lists = endpoints.map(({ endpoint }) => endpoint).filter(({ name }) => name.startsWith('list'))

it('every list that goes on is read page by page in the same way; the others are whole', () => {
  const paged = lists.filter(
    ({ query, answer }) => shapeOf(query).includes('cursor') || shapeOf(answer).includes('next'),
  )
  expect(paged.length).toBeGreaterThan(6)
  for (const { name, query, answer } of paged) {
    expect([name, shapeOf(query)]).toEqual([name, expect.arrayContaining(['cursor', 'limit'])])
    expect([name, shapeOf(answer)]).toEqual([name, expect.arrayContaining(['rows', 'next'])])
    expect([name, query?.safeParse({}).data]).toEqual([name, expect.objectContaining({ limit: 50 })])
    expect([name, query?.safeParse({ limit: '201' }).success]).toEqual([name, false])
  }
})

it('a list is whole only where it stays short: a person’s, an order’s or a month’s own, or what is looked for by name', () => {
  const whole = lists.filter(({ query, answer }) => {
    const holdsRows = shapeOf(answer).includes('next')
    return !holdsRows && !shapeOf(query).includes('cursor')
  })
  expect(whole.map(({ name }) => name).sort()).toEqual([
    'listApiKeys',
    'listBankAccounts',
    'listBanks',
    'listBillables',
    'listBranches',
    'listFeeCuts',
    'listMoreTime',
    'listMyAssignments',
    'listOffers',
    'listPayAdditions',
    'listPayMonths',
    'listPaySummaries',
    'listPendingTerms',
    'listRegularJobs',
    'listReviewQueue',
    'listSessions',
    'listStatements',
    'listTeams',
    'listTermsNotices',
    'listTermsQuestions',
    'listUploads',
    'listWebhooks',
    'listWithholding',
  ])
})
