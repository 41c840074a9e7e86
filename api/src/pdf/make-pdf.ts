import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { coveredText, openCoverage } from './covered-text.ts'
import type { Paper, PaperColumn, PaperTable } from './paper.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-jp/package.json'))
const regular = join(fonts, '400Regular/NotoSansJP_400Regular.ttf')
const bold = join(fonts, '700Bold/NotoSansJP_700Bold.ttf')
pdfmake.setFonts({ Paper: { normal: regular, bold } })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold)

const ink = '#2b2621'
const soft = '#655b50'
const line = '#c9bfb0'
const wash = '#f6f1e9'

/** Draws a document on A4 pages. */
export async function makePdf(paper: Paper): Promise<Buffer> {
  const covers = await openCoverage(regular)
  return pdfmake.createPdf(definitionOf(coveredText(paper, covers))).getBuffer()
}

function definitionOf(paper: Paper): TDocumentDefinitions {
  const pages = (page: number, of: number): Content => ({
    text: `${paper.title}　${page} / ${of}`,
    alignment: 'center',
    fontSize: 8,
    color: soft,
    margin: [0, 14, 0, 0],
  })
  return {
    pageSize: 'A4',
    pageMargins: [48, 48, 48, 52],
    info: {
      title: paper.title,
      creationDate: paper.madeAt,
      modDate: paper.madeAt,
      producer: 'Tsumugi',
      creator: 'Tsumugi',
    },
    language: paper.language,
    defaultStyle: { font: 'Paper', fontSize: 9.5, color: ink, lineHeight: 1.25 },
    footer: (page, of) => pages(page, of),
    content: [
      { text: paper.title, fontSize: 18, bold: true, alignment: 'center', margin: [0, 0, 0, 18] },
      head(paper),
      ...(paper.lead === undefined
        ? []
        : [{ text: paper.lead, margin: [0, 0, 0, 10] as [number, number, number, number] }]),
      ...(paper.total ? [totalLine(paper.total)] : []),
      ...paper.tables.flatMap(tableOf),
      ...paper.notes.map((text): Content => ({ text, fontSize: 8.5, color: soft, margin: [0, 0, 0, 4] })),
    ],
  }
}

function head({ to, from, facts }: Paper): Content {
  const [toName = '', ...toLines] = to
  const [fromName = '', ...fromLines] = from
  return {
    columns: [
      {
        width: '*',
        stack: [{ ...wrapped(toName), fontSize: 13, bold: true, margin: [0, 0, 0, 3] }, ...toLines.map(wrapped)],
      },
      {
        width: 243,
        stack: [
          ...facts.map(
            ({ name, value }): Content => ({
              columns: [
                { width: 84, text: name, color: soft },
                { width: '*', ...wrapped(value) },
              ],
            }),
          ),
          { ...wrapped(fromName), bold: true, fontSize: 11, margin: [0, 8, 0, 2] },
          ...fromLines.map(wrapped),
        ],
      },
    ],
    columnGap: 16,
    margin: [0, 0, 0, 16],
  }
}

function totalLine({ name, value }: { name: string; value: string }): Content {
  const cell = { borderColor: [line, line, line, line] as [string, string, string, string] }
  return {
    table: {
      widths: ['auto', 'auto'],
      body: [
        [
          { text: name, bold: true, margin: [6, 5, 30, 3], noWrap: true, ...cell, border: [false, false, false, true] },
          { text: value, bold: true, fontSize: 15, margin: [6, 1, 6, 1], ...cell, border: [false, false, false, true] },
        ],
      ],
    },
    margin: [0, 0, 0, 14],
  }
}

function tableOf({ title, columns, rows, foot = [] }: PaperTable): Content[] {
  const cells = (texts: readonly string[], look: { bold?: boolean; fillColor?: string }) =>
    columns.map((column, at) => ({
      ...wrapped(texts[at] ?? ''),
      alignment: column.align === 'end' ? ('right' as const) : ('left' as const),
      ...(column.align === 'end' && { noWrap: true }),
      ...look,
    }))
  const body = [
    cells(
      columns.map((column) => column.title),
      { bold: true, fillColor: wash },
    ),
    ...rows.map((row) => cells(row, {})),
    ...foot.map((row) => cells(row, { bold: true })),
  ]
  return [
    ...(title === undefined
      ? []
      : [{ text: title, bold: true, margin: [0, 4, 0, 4] as [number, number, number, number] }]),
    {
      table: { headerRows: 1, dontBreakRows: true, widths: columns.map(widthOf), body },
      layout: {
        hLineWidth: (at) => (at === 0 || at === body.length - foot.length ? 0.8 : 0.4),
        vLineWidth: () => 0,
        hLineColor: () => line,
        paddingTop: () => 4,
        paddingBottom: () => 3,
      },
      margin: [0, 0, 0, 12],
    },
  ]
}

/** Words as long as a column, such as checksums and names typed without spaces, are cut instead of running off the page. */
function wrapped(text: string): { text: string; wordBreak?: 'break-all' } {
  return /[^\s\u3000-\u9fff\uf900-\uffef]{24}/u.test(text) ? { text, wordBreak: 'break-all' } : { text }
}

function widthOf({ width = 'fit' }: PaperColumn): number | '*' | 'auto' {
  return width === 'fill' ? '*' : width === 'fit' ? 'auto' : width
}
