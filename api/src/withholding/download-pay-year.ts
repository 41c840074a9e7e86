import type { downloadPayYear as endpoint } from '@tsumugi/kit/contract/withholding.ts'
import { bytesDownload } from '../documents/public.ts'
import type { Call, Download } from '../http/command.ts'
import { csvText } from '../kernel/csv.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { loadPayYear } from './load-pay-year.ts'

const heads = [
  '支払年',
  '氏名',
  '月数',
  '報酬（税抜）',
  '消費税',
  '源泉徴収の対象',
  '源泉徴収税額',
  '振込額',
  '未払の振込額',
  '未払の対象額',
  '未払の源泉徴収税額',
  '支払調書',
]

/** The year as a table for the office's own tools; the BOM lets a spreadsheet read it as UTF-8. */
export async function downloadPayYear({ world, params: { year } }: Call<typeof endpoint>): Promise<Download> {
  const people = await loadPayYear(world.db.rows, year, japanDay(world.clock.now()))
  const lines = people.map((each) => [
    ...[year, each.person.name, each.months, each.feeYen, each.taxYen, each.baseYen, each.withheldYen],
    ...[each.transferYen, each.unpaid.transferYen, each.unpaid.baseYen, each.unpaid.withheldYen],
    ...[each.needsReport ? '要' : ''],
  ])
  const bytes = Buffer.from(`\uFEFF${csvText([heads, ...lines])}`)
  return bytesDownload(bytes, { contentType: 'text/csv; charset=utf-8', fileName: `pay-${year}.csv` })
}
