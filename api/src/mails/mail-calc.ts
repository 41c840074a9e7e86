import type { MailWords } from './pay-mail-words.ts'

/** What a mail program shows: the same words as plain text and as HTML. */
export interface MailContent {
  text: string
  html: string
}

const productName = { ja: 'つむぎ', en: 'Tsumugi' } as const

/** The mail's words as text and as HTML; whatever people wrote stays words and never becomes markup. */
export function mailContent({ subject, paragraphs, link }: MailWords, language: 'ja' | 'en'): MailContent {
  const text = [...paragraphs.slice(0, 2), ...(link ? [`${link.label}:\n${link.address}`] : []), ...paragraphs.slice(2)]
  const html = [
    ...paragraphs.slice(0, 2).map(paragraph),
    ...(link ? [button(link)] : []),
    ...paragraphs.slice(2).map(paragraph),
  ]
  return {
    text: `${[...text, `-- \n${productName[language]}`].join('\n\n')}\n`,
    html: page(subject, html.join('\n'), language),
  }
}

/** After so many attempts that failed, how long until the next; null: no more. Two days in all. */
export function secondsUntilNext(attempts: number): number | null {
  return attempts >= 16 ? null : Math.min(60 * 2 ** (attempts - 1), 6 * 3600)
}

function page(subject: string, body: string, language: 'ja' | 'en'): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f8f8fb;color:#1a1a1c;font-family:sans-serif;font-size:16px;line-height:1.7">
<div style="max-width:560px;margin:0 auto;padding:24px 32px;background:#ffffff;border:1px solid #d8d8db;border-radius:8px">
${body}
<p style="margin:32px 0 0;color:#626264;font-size:14px">${productName[language]}</p>
</div>
</body>
</html>
`
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escaped(text)}</p>`
}

function button({ label, address }: { label: string; address: string }): string {
  const href = escaped(address)
  return `<p style="margin:0 0 16px"><a href="${href}" style="display:inline-block;padding:12px 24px;background:#b1461a;color:#fffdfa;border-radius:8px;text-decoration:none">${escaped(label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${href}</p>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
