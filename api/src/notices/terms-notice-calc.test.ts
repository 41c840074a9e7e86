import { termsNoticeBody as bodySchema } from '@tsumugi/kit/contract/notices.ts'
import { expect, test } from 'vitest'
import { sixtyDayLimit } from '../kernel/japan-day.ts'
import { isSupplement, type NoticeFacts, sameTerms, termsNoticeBody, workDueOn } from './terms-notice-calc.ts'

const facts: NoticeFacts = {
  language: 'ja',
  orderer: {
    name: 'つむぎ振興公社',
    nameEn: 'Tsumugi Corporation',
    address: '長野県北町1-1',
    contact: 'office@example.jp',
  },
  worker: { name: '花', email: 'hana@example.jp' },
  entrustedOn: '2026-11-20',
  order: { title: '血球画像', brief: '細胞を囲みます。', dueOn: '2027-01-29' },
  manual: { version: 3, sha256: 'ab'.repeat(32) },
  pay: { payKind: 'per_unit' as const, unitPayYen: 30, agreedMinutes: null },
  taskMaxYen: 120,
  unitsPerTask: 4,
  taxRateBp: 1000,
  open: { pending: [], place: null, inspectionDue: null },
  dueDays: [],
  raises: [],
  isManualNew: false,
  granted: [],
  decided: [],
}

test('every item of the rule is there, with concrete days and the fee borne by the orderer', () => {
  const body = bodySchema.parse(termsNoticeBody(facts))
  expect(body).toMatchObject({
    language: 'ja',
    orderer: { name: 'つむぎ振興公社' }, // 3-1
    worker: { name: '花' },
    entrustedOn: '2026-11-20', // 3-2
    specRefs: [{ name: '作業マニュアル 第3版', sha256: 'ab'.repeat(32) }], // 3-3
    delivery: { due: '2027-01-29', place: 'オンライン：つむぎの作業画面' }, // 3-4, 3-5
    inspection: { required: true, due: '2027-02-05' }, // 3-6
    fee: { kind: 'formula', unitPriceYen: 30, unit: '画像1枚', unitsPerTask: 4 }, // 3-7
    taxBasis: 'exclusive',
    taxRateBp: 1000,
    closingOn: '2026-11-30',
    paymentDue: '2026-12-25',
    paymentMethod: 'bank_transfer',
    transferFeeBorneBy: 'orderer',
  })
})

test('pay days are written out month by month until the work is due, never later than the 60th day', () => {
  const { paymentRule } = termsNoticeBody(facts)
  expect(paymentRule).toContain('2026年11月30日までに提出した分は2026年12月25日に支払う。')
  expect(paymentRule).toContain('2026年12月31日までに提出した分は2027年1月25日に支払う。')
  expect(paymentRule).toContain('2027年1月31日までに提出した分は2027年2月25日に支払う。')
  expect(paymentRule).not.toContain('2027年2月28日')
  for (const entrustedOn of ['2026-11-01', '2026-12-31', '2027-01-01', '2027-02-28', '2028-02-29']) {
    const { paymentDue } = termsNoticeBody({ ...facts, entrustedOn })
    expect(paymentDue <= sixtyDayLimit(entrustedOn)).toBe(true)
  }
})

test('an order due before the notice is made still names its first pay day', () => {
  expect(termsNoticeBody({ ...facts, entrustedOn: '2027-02-10' }).paymentDue).toBe('2027-03-25')
})

test('work of an order whose day is past is due a week on, and keeps that day while it is to come', () => {
  const dueOn = (entrustedOn: string, standingDueOn: string | null) =>
    workDueOn({ orderDueOn: '2027-01-29', entrustedOn, standingDueOn })
  expect(dueOn('2027-01-29', null)).toBe('2027-01-29')
  expect(dueOn('2027-01-30', '2027-01-29')).toBe('2027-02-06')
  expect(dueOn('2027-02-03', '2027-02-06')).toBe('2027-02-06')
  expect(dueOn('2027-02-07', '2027-02-06')).toBe('2027-02-14')
})

test('the day alone does not make other terms; price, due day and manual do', () => {
  const body = termsNoticeBody(facts)
  const { language, fee, ...rest } = body
  const reordered = { ...rest, fee: Object.fromEntries(Object.entries(fee).reverse()) as typeof fee, language }
  expect(sameTerms(body, reordered)).toBe(true)
  expect(sameTerms(body, termsNoticeBody({ ...facts, entrustedOn: '2026-12-03' }))).toBe(true)
  expect(sameTerms(body, termsNoticeBody({ ...facts, pay: { ...facts.pay, unitPayYen: 31 } }))).toBe(false)
  expect(sameTerms(body, termsNoticeBody({ ...facts, order: { ...facts.order, dueOn: '2027-01-30' } }))).toBe(false)
  expect(sameTerms(body, termsNoticeBody({ ...facts, manual: { version: 4, sha256: 'cd'.repeat(32) } }))).toBe(false)
})

test('the English notice carries the same figures', () => {
  const ja = termsNoticeBody(facts)
  const en = termsNoticeBody({ ...facts, language: 'en' })
  expect(en.orderer.name).toBe('Tsumugi Corporation')
  expect(en.paymentRule).toContain('What is submitted by 2026-12-31 is paid on 2027-01-25.')
  expect({ due: en.delivery.due, pay: en.paymentDue }).toEqual({ due: ja.delivery.due, pay: ja.paymentDue })
})

test('a price per task, and one sum for the whole order, say how a task’s fee follows', () => {
  const feeOf = (payKind: 'per_task' | 'fixed', unitPayYen: number, language: 'ja' | 'en') =>
    termsNoticeBody({ ...facts, language, pay: { payKind, unitPayYen, agreedMinutes: null }, taskMaxYen: 334 }).fee
  expect(feeOf('per_task', 480, 'ja')).toEqual({
    ...{ kind: 'formula', unitPriceYen: 480, unit: '1タスク', unitsPerTask: 4 },
    how: '画像の枚数（最大4枚）にかかわらず、1タスクごとの額。',
  })
  expect(feeOf('fixed', 1_000, 'en')).toEqual({
    ...{ kind: 'formula', unitPriceYen: 334, unit: 'one task at most', unitsPerTask: 4 },
    how: 'One sum for the whole order, ¥1,000 before tax, divided over its tasks by their images. What a task pays is shown before it is claimed.',
  })
})

test('what is open says why and by when; deciding it makes a supplement, and any other difference a change', () => {
  const pending = [{ item: 'inspection_day' as const, reason: '発注者と調整中', decideBy: '2026-12-01' }]
  const open = bodySchema.parse(termsNoticeBody({ ...facts, open: { ...facts.open, pending } }))
  expect(open).toMatchObject({ pending, inspection: { due: null }, delivery: { due: '2027-01-29' } })
  const decided = {
    ...facts,
    open: { ...facts.open, inspectionDue: '2027-02-10' },
    decided: ['inspection_day' as const],
  }
  const now = termsNoticeBody(decided)
  expect(now).toMatchObject({ pending: [], inspection: { due: '2027-02-10' } })
  expect(now.news).toBe('未定だった検査完了期日を2027年2月10日と定めた。ほかの条件は前の版のとおり。')
  const place = { ...facts, open: { ...facts.open, place: '市民交流センター' }, decided: ['delivery_place' as const] }
  expect(termsNoticeBody(place).news).toContain('納品の場所を「市民交流センター」と定めた')
  expect(isSupplement(open, now)).toBe(true)
  expect(isSupplement(open, termsNoticeBody({ ...decided, pay: { ...facts.pay, unitPayYen: 31 } }))).toBe(false)
  expect(isSupplement(now, now)).toBe(false)
  // A due day moved past it moves the inspection along.
  const moved = termsNoticeBody({ ...decided, order: { ...facts.order, dueOn: '2027-02-28' } })
  expect(moved.inspection.due).toBe('2027-03-07')
})

test('another due day is told with its reason, and whom it holds for', () => {
  const change = (was: string, dueOn: string) =>
    termsNoticeBody({ ...facts, dueDays: [{ was, dueOn, reason: '発注者の希望' }] }).news
  expect(change('2027-01-29', '2027-02-05')).toBe(
    '納期を2027年1月29日から2027年2月5日に変えた。理由：発注者の希望。着手済みのタスクにも、この納期を使う。',
  )
  expect(change('2027-01-29', '2027-01-20')).toContain('着手済みのタスクの納期は変わらない。')
  expect(termsNoticeBody(facts).news).toBe('')
})

test('a raise and a new manual are news too, with was, now and why', () => {
  const raises = [{ wasYen: 30, unitPayYen: 1_200, reason: '最低賃金の改定' }]
  expect(termsNoticeBody({ ...facts, raises, isManualNew: true }).news).toBe(
    '報酬の単価を30円から1,200円（税抜）に上げた。理由：最低賃金の改定。まだ払われていない着手済みのタスクにも、この単価を使う。\n作業マニュアルが第3版になった。',
  )
  expect(termsNoticeBody({ ...facts, language: 'en', raises }).news).toContain('The price rose from ¥30 to ¥1,200')
})
