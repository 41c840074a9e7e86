import { expect, test } from 'vitest'
import { firstPage, pdfText } from '../../../tests/support/pdf-text.ts'
import { makePdf } from './make-pdf.ts'
import type { Paper } from './paper.ts'

const paper: Paper = {
  title: '請求書',
  language: 'ja',
  madeAt: new Date('2026-11-30T15:00:00Z'),
  facts: [
    { name: '請求書番号', value: 'INV-000012' },
    { name: '発行日', value: '2026年11月30日' },
  ],
  to: ['髙﨑𠮷野家株式会社 御中', '〒390-0001 長野県松本市1-1'],
  from: ['つむぎ振興公社', '登録番号 T7123456789012', '長野県北町1-1'],
  lead: '下記のとおりご請求申し上げます。',
  total: { name: 'ご請求金額（税込）', value: '¥146,666' },
  tables: [
    {
      columns: [
        { title: '日付', width: 62 },
        { title: '内容', width: 'fill' },
        { title: '税率', align: 'end' },
        { title: '金額', align: 'end' },
      ],
      rows: Array.from({ length: 60 }, (_, at) => [
        '2026/11/20',
        `T-${at + 1} 血球画像の枠づけ（とても長い名前の案件が二行になっても表が崩れないことを確かめる）`,
        '10%',
        '12,345',
      ]),
      foot: [['', '10%対象', '', '133,333']],
    },
  ],
  notes: ['振込手数料は貴社にてご負担ください。', 'か\u3099 😀'],
}

test('rare kanji, marks and a table over several pages can be read back; the same paper gives the same bytes', async () => {
  const first = await makePdf(paper)
  expect(await makePdf(paper)).toEqual(first)
  const pages = await pdfText(first)
  expect(pages.length).toBe(4)
  expect(pages[0]).toContain('髙﨑𠮷野家株式会社御中')
  expect(pages[0]).toContain('INV-000012')
  // the head of the table stands on every page, and each page says which it is
  for (const [at, text] of pages.entries()) {
    expect(text).toContain('日付内容税率金額')
    expect(text).toContain(`請求書${at + 1}/4`)
  }
  // composed, and what the font lacks is not left out
  expect(pages[3]).toContain('が〓')
})

test('a word as long as the page is cut, and everything beside it stays on the page', async () => {
  const word = 'A'.repeat(200)
  const [table] = paper.tables
  const rows = [['2026/11/20', word, '10%', '99,999']]
  const bytes = await makePdf({ ...paper, to: [word], tables: table ? [{ ...table, rows }] : [] })
  const { items, width } = await firstPage(bytes)
  expect(items.every(({ right }) => right <= width)).toBe(true)
  expect(items.some(({ text }) => text.includes('99,999'))).toBe(true)
})
