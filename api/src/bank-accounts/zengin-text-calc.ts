/** Text as banks take it in a transfer file, and what had to be cut off; or why it cannot be written so. */
export type ZenginText = { text: string; isCut: boolean } | { problem: 'empty' | 'kanji' | 'wo' | 'mark' | 'sign' }

/** Which signs a field may hold beside kana, capitals, digits and spaces. */
export type ZenginField = 'bank' | 'party'

const signs: Record<ZenginField, string> = { bank: '\\-', party: '().\\-' }
const smallKana: Record<string, string> = Object.fromEntries(
  [...'ァィゥェォッャュョヮヵヶ'].map((small, index) => [small, [...'アイウエオツヤユヨワカケ'][index] ?? '']),
)
const wide = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン'
const narrow = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ'
const halfWidth = new Map([...wide].map((kana, index) => [kana, [...narrow][index] ?? '']))

/**
 * A name in the characters of 全銀協 総合振込: half-width kana (no small ones, no long mark), capitals, digits, a few signs.
 * Readings are never guessed: kanji are refused. Cut to so many bytes (one per character) without parting a kana from its mark.
 */
export function zenginText(name: string, field: ZenginField, bytesMax: number): ZenginText {
  const text = halfWidthOf(name)
  if (text === '') return { problem: 'empty' }
  if (/[\p{Script=Han}々]/u.test(text)) return { problem: 'kanji' }
  if (/[ヲｦ]/.test(text)) return { problem: 'wo' }
  if (/[^ｳｶ-ﾄﾊ-ﾎ]ﾞ|[^ﾊ-ﾎ]ﾟ|^[ﾞﾟ]/.test(text)) return { problem: 'mark' }
  if (!new RegExp(`^[ｱ-ﾝﾞﾟA-Z0-9 ${signs[field]}]*$`).test(text)) return { problem: 'sign' }
  if (text.length <= bytesMax) return { text, isCut: false }
  return { text: text.slice(0, bytesMax + 1).replace(/.[ﾞﾟ]?$/, ''), isCut: true }
}

function halfWidthOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .toUpperCase()
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (small) => smallKana[small] ?? small)
    .replace(/[ー－‐–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('・', '.')
    .normalize('NFD')
    .replaceAll('\u3099', 'ﾞ')
    .replaceAll('\u309A', 'ﾟ')
    .replace(/[ア-ン]/g, (kana) => halfWidth.get(kana) ?? kana)
}
