import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What stands on each page of a PDF, without the spaces drawing leaves between its parts. */
export async function pdfText(bytes: Uint8Array): Promise<string[]> {
  const opened = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await opened.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/g, ''),
    )
  }
  await opened.destroy()
  return pages
}

/** The first page's texts with where each ends, in points from its left edge, and how wide the page is. */
export async function firstPage(
  bytes: Uint8Array,
): Promise<{ items: { text: string; right: number }[]; width: number }> {
  const opened = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const page = await (await opened.promise).getPage(1)
  const { items } = await page.getTextContent()
  const width = page.getViewport({ scale: 1 }).width
  const placed = items.flatMap((item) =>
    'str' in item ? [{ text: item.str, right: Number(item.transform[4]) + item.width }] : [],
  )
  await opened.destroy()
  return { items: placed, width }
}
