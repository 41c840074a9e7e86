import { expect, test } from 'vitest'
import { mailContent, secondsUntilNext } from './mail-calc.ts'
import { mailWords } from './mail-words.ts'

const until = new Date('2026-11-21T00:05:00Z')

test('a mail says the same as text and as HTML, in the person’s language', () => {
  const words = mailWords.ja.invitation({ name: '花', link: 'https://t.example.jp/invitation/abc', until })
  const { text, html } = mailContent(words, 'ja')
  for (const part of ['花さん', 'https://t.example.jp/invitation/abc', '2026年11月21日(土) 9:05']) {
    expect(text).toContain(part)
    expect(html).toContain(part)
  }
  const english = mailContent(mailWords.en.invitation({ name: 'Hana', link: 'https://x', until }), 'en')
  expect(english.text).toContain('until Sat 21 Nov 2026 09:05 (Japan)')
  expect(english.html).toContain('<html lang="en">')
})

test('a name that looks like markup stays a name', () => {
  const name = `<img src=x onerror=alert(1)>"&`
  const { html } = mailContent(mailWords.en.password_changed({ name, at: until }), 'en')
  expect(html).toContain('Hello &lt;img src=x onerror=alert(1)&gt;&quot;&amp;,')
  expect(html).not.toContain('<img')
})

test('attempts come further and further apart, for two days', () => {
  const waits = Array.from({ length: 16 }, (_, done) => secondsUntilNext(done + 1))
  expect(waits.slice(0, 3)).toEqual([60, 120, 240])
  expect(waits.at(-1)).toBeNull()
  const total = waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)
  expect(total).toBeGreaterThan(1.5 * 86_400)
  expect(total).toBeLessThan(2.5 * 86_400)
})
