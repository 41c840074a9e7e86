import { expect, test } from 'vitest'
import { pdfText } from '../../../tests/support/pdf-text.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import { type PaySummary, paySummaryLines, paySummaryPaper } from './pay-summary-paper.ts'

const months = Array.from({ length: 12 }, (_, at) => ({
  month: `${at === 0 ? 2026 : 2027}-${String(at === 0 ? 12 : at).padStart(2, '0')}`,
  payOn: `2027-${String(at + 1).padStart(2, '0')}-25`,
  // The last one was not sent.
  paidOn: at === 11 ? null : `2027-${String(at + 1).padStart(2, '0')}-26`,
  ...{ feeYen: 133_333, baseYen: 100_000, taxYen: 13_333, withheldYen: 10_210, transferYen: 136_456 },
}))
const summary: PaySummary = {
  ...{ year: '2027', language: 'ja', today: '2028-01-11', name: '髙﨑 𠮷乃', months },
  from: ['つむぎ振興公社', '長野県北町1-1'],
}

test('a year of twelve months stands on one page: every month, the sums, and fees by kind of withholding', async () => {
  const pages = await pdfText(await makePdf(paySummaryPaper(summary)))
  expect(pages).toHaveLength(1)
  const [page = ''] = pages
  expect(page).toContain('髙﨑𠮷乃様')
  expect(page).toContain('2027/01/252026/12133,333100,00013,33310,210136,456')
  expect(page).toContain('2027/12/25未払2027/11133,333')
  expect(page).toContain('合計1,599,9961,200,000159,996122,5201,637,472')
  expect(page).toContain('支払金額（税込）¥1,759,992')
  expect(page).toContain('データの作成など）399,9960')
  expect(page).toContain('支払調書')
  expect(page).not.toMatch(/マイナンバー|個人番号/)
})

test('until the year is over it says up to which day; below 50,000 yen there is no word of a report', async () => {
  const part = { ...summary, language: 'en' as const, today: '2027-02-10', months: months.slice(0, 1) }
  const small = part.months.map((each) => ({ ...each, baseYen: 50_000, withheldYen: 5_105, transferYen: 141_561 }))
  const [page = ''] = await pdfText(await makePdf(paySummaryPaper({ ...part, months: small })))
  expect(page).toContain('Whatwasdueuntil2027/02/10')
  expect(page).not.toContain('支払調書')
  expect(paySummaryLines(part)).toEqual([
    ['Pay day', 'Sent on', 'Month', 'Fee', 'Withheld from', 'Tax', 'Withheld', 'Transfer'],
    ['2027-01-25', '2027-01-26', '2026-12', 133_333, 100_000, 13_333, 10_210, 136_456],
    ['Total', '', '', 133_333, 100_000, 13_333, 10_210, 136_456],
  ])
})
