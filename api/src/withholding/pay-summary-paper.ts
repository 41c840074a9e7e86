import { dayText, yenText } from '../documents/public.ts'
import { dayStart } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import type { Paper } from '../pdf/paper.ts'
import { byCategory, type DueMonth, dueSums } from './pay-summary-calc.ts'

/** What a year's paper is drawn from. */
export interface PaySummary {
  year: string
  language: 'ja' | 'en'
  /** The day it is drawn, in Japan. */
  today: string
  name: string
  /** The corporation: name and address. */
  from: readonly string[]
  months: readonly DueMonth[]
}

const words = {
  ja: {
    title: '年間支払額のお知らせ',
    yearOf: (year: string) => `${year}年1月から12月`,
    year: '対象年',
    madeOn: '作成日',
    person: (name: string) => `${name} 様`,
    lead: '支払期日で数えた1年間のお支払いです。確定申告などにお使いください。',
    gross: '支払金額（税込）',
    byMonth: '月ごとの支払い',
    heads: ['支払期日', '対象月', '報酬（税抜）', 'うち源泉の対象', '消費税', '源泉所得税', '振込額'],
    sentOn: '振込日',
    unpaid: '未払',
    total: '合計',
    byCategory: '源泉徴収の区分ごとの報酬',
    categoryHeads: ['区分', '報酬（税抜）', '源泉徴収税額'],
    ko1: '所得税法204条1項1号の報酬（講師・執筆・デザインなど）',
    none: '源泉徴収の対象でない報酬（データの作成など）',
    report: '所得税法204条1項1号の報酬が5万円を超えるため、支払調書を税務署に提出する対象です。',
    sofar: (day: string) => `${day}までに支払期日が来た分です。`,
  },
  en: {
    title: 'Pay of the year',
    yearOf: (year: string) => `January to December ${year}`,
    year: 'Year',
    madeOn: 'Drawn on',
    person: (name: string) => name,
    lead: 'Everything due to you in one calendar year, by the pay day, for your tax return. Fees are before tax.',
    gross: 'Paid, tax included',
    byMonth: 'Month by month',
    heads: ['Pay day', 'Month', 'Fee', 'Withheld from', 'Tax', 'Withheld', 'Transfer'],
    sentOn: 'Sent on',
    unpaid: 'unpaid',
    total: 'Total',
    byCategory: 'Fees by kind of withholding',
    categoryHeads: ['Kind', 'Fee (before tax)', 'Withheld'],
    ko1: 'Fees of Art. 204(1)1 of the Income Tax Act (teaching, writing, design …)',
    none: 'Fees that no tax is withheld from (making data …)',
    report: 'Fees of Art. 204(1)1 are above 50,000 yen: they are reported to the tax office (支払調書).',
    sofar: (day: string) => `What was due until ${day}.`,
  },
}

/** The year as a paper: month by month, and by kind of withholding. */
export function paySummaryPaper({ year, language, today, name, from, months }: PaySummary): Paper {
  const t = words[language]
  const sums = dueSums(months)
  const amounts = (of: Omit<DueMonth, 'month' | 'payOn' | 'paidOn'>) =>
    [of.feeYen, of.baseYen, of.taxYen, of.withheldYen, of.transferYen].map(yenText)
  const isOver = today > `${year}-12-31`
  return {
    title: t.title,
    language,
    madeAt: dayStart(today),
    facts: [
      { name: t.year, value: t.yearOf(year) },
      { name: t.madeOn, value: dayText(today) },
    ],
    to: [t.person(name)],
    from: from.filter((text) => text !== ''),
    // Above the tables, so that a whole year stays on one page.
    lead: [t.lead, ...(sums.needsReport ? [t.report] : []), ...(isOver ? [] : [t.sofar(dayText(today))])].join('\n'),
    total: { name: t.gross, value: `¥${yenText(sumYen([sums.feeYen, sums.taxYen]))}` },
    tables: [
      {
        title: t.byMonth,
        columns: t.heads.map((title, at) => (at < 2 ? { title } : { title, align: 'end', width: 'fill' })),
        rows: months.map((each) => [
          each.paidOn === null ? `${dayText(each.payOn)} ${t.unpaid}` : dayText(each.payOn),
          ...[each.month.replace('-', '/'), ...amounts(each)],
        ]),
        foot: [[t.total, '', ...amounts(sums)]],
      },
      {
        title: t.byCategory,
        columns: t.categoryHeads.map((title, at) => (at === 0 ? { title, width: 'fill' } : { title, align: 'end' })),
        rows: byCategory(months).map(({ category, feeYen, withheldYen }) => [
          ...[t[category], yenText(feeYen), yenText(withheldYen)],
        ]),
      },
    ],
    notes: [],
  }
}

/** The year as lines of a table: a head, a line a month with the day it was sent, and the sum. */
export function paySummaryLines({ language, months }: PaySummary): (string | number)[][] {
  const t = words[language]
  const amounts = (of: Omit<DueMonth, 'month' | 'payOn' | 'paidOn'>) => [
    ...[of.feeYen, of.baseYen, of.taxYen, of.withheldYen, of.transferYen],
  ]
  return [
    t.heads.toSpliced(1, 0, t.sentOn),
    ...months.map((each) => [each.payOn, each.paidOn ?? t.unpaid, each.month, ...amounts(each)]),
    [t.total, '', '', ...amounts(dueSums(months))],
  ]
}
