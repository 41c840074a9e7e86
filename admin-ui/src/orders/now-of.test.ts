import { expect, test } from 'vitest'
import { isTurn, nowOf, type Standing } from './now-of.ts'

const nothing: Standing['can'] = {
  change: false,
  readItems: false,
  addItems: false,
  submit: false,
  offerQuote: false,
  agreeQuote: false,
  declineQuote: false,
  split: false,
  cancelSplit: false,
  allot: false,
  listTasks: false,
  moveTasks: false,
  rework: false,
  publishManual: false,
  makeDelivery: false,
  close: false,
  cancel: false,
  readMargin: false,
}
const counts = { tasks: 0, held: 0, open: 0, claimed: 0, submitted: 0, returned: 0, accepted: 0 }

interface Wish extends Partial<Omit<Standing, 'can'>> {
  state: Standing['state']
  can?: Partial<Standing['can']>
}

/** What stands first on an order like this. */
function first({ can, ...wish }: Wish) {
  return nowOf({ split: null, deliveries: [], progress: counts, ...wish, can: { ...nothing, ...can } })
}

test('before the work it is the client’s turn, the office’s, the client’s', () => {
  expect(first({ state: 'draft', can: { change: true } })).toBe('write')
  expect(first({ state: 'draft' })).toBe('awaitDraft')
  expect(first({ state: 'submitted', can: { offerQuote: true } })).toBe('offer')
  expect(first({ state: 'submitted' })).toBe('awaitQuote')
  expect(first({ state: 'quoted', can: { agreeQuote: true, declineQuote: true } })).toBe('answer')
  expect(first({ state: 'quoted', can: { offerQuote: true } })).toBe('awaitAnswer')
})

test('an agreed order is split, then allotted; who can do neither waits', () => {
  expect(first({ state: 'agreed', can: { split: true } })).toBe('split')
  expect(first({ state: 'agreed', split: { state: 'running' }, can: { cancelSplit: true } })).toBe('splitting')
  expect(first({ state: 'agreed', split: { state: 'done' }, can: { allot: true, cancelSplit: true } })).toBe('allot')
  expect(first({ state: 'agreed', split: { state: 'failed' }, can: { split: true } })).toBe('split')
  expect(first({ state: 'agreed' })).toBe('awaitStart')
})

test('a running order waits for the work, then for its delivery', () => {
  const half = { ...counts, tasks: 4, open: 2, accepted: 2 }
  const whole = { ...counts, tasks: 4, accepted: 4 }
  const can = { download: false, accept: false, requestChange: false }
  expect(first({ state: 'running', progress: { ...half, held: 1 }, can: { allot: true } })).toBe('allot')
  expect(first({ state: 'running', progress: half })).toBe('awaitWork')
  expect(first({ state: 'running', progress: whole, can: { makeDelivery: true } })).toBe('deliver')
  expect(first({ state: 'running', progress: whole })).toBe('awaitDelivery')
  expect(first({ state: 'running', progress: whole, deliveries: [{ state: 'making', can }] })).toBe('making')
})

test('a delivered order is the client’s to accept and then the office’s to close', () => {
  const can = { download: true, accept: true, requestChange: true }
  expect(first({ state: 'delivered', deliveries: [{ state: 'ready', can }] })).toBe('accept')
  expect(first({ state: 'delivered', deliveries: [{ state: 'ready', can: { ...can, accept: false } }] })).toBe(
    'awaitAcceptance',
  )
  expect(first({ state: 'accepted', can: { close: true } })).toBe('close')
  expect(first({ state: 'accepted' })).toBe('accepted')
  expect(first({ state: 'closed' })).toBe('closed')
  expect(first({ state: 'cancelled' })).toBe('cancelled')
})

test('only what the reader can do is their turn', () => {
  expect(isTurn('offer')).toBe(true)
  expect(isTurn('splitting')).toBe(false)
  expect(isTurn('awaitWork')).toBe(false)
})
