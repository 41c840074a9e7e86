// CP932, the Shift_JIS of Japanese banks and accounting programs: one byte for ASCII and half-width kana, else two.
// The table is that of the platform's own decoder (WHATWG Encoding, `shift_jis`), turned around once.

let bytesByCharacter: Map<string, readonly number[]> | undefined

/** Bytes as text; what is no CP932 becomes U+FFFD. */
export function fromCp932(bytes: Uint8Array): string {
  return new TextDecoder('shift_jis').decode(bytes)
}

/** Text as bytes, or the characters that CP932 lacks, each once (𠮷 and emoji do, 髙 and 﨑 do not). */
export function toCp932(text: string): { bytes: Uint8Array; missing: string[] } {
  const table = cp932Table()
  const missing = new Set<string>()
  const bytes = [...text].flatMap((character) => {
    const found = table.get(character)
    if (!found) missing.add(character)
    return found ?? []
  })
  return { bytes: Uint8Array.from(bytes), missing: [...missing] }
}

/** Same signs under two code points: what other systems write, beside what the decoder gives. */
const alike: readonly [string, string][] = [
  ['〜', '～'],
  ['−', '－'],
  ['‖', '∥'],
  ['—', '―'],
  ['¢', '￠'],
  ['£', '￡'],
  ['¬', '￢'],
]

function cp932Table(): Map<string, readonly number[]> {
  if (bytesByCharacter) return bytesByCharacter
  const table = new Map<string, readonly number[]>()
  const learn = (code: readonly number[]) => {
    const character = fromCp932(Uint8Array.from(code))
    // the first code wins: NEC's row 13 before IBM's doubles, as Windows writes
    if (!character.includes('\uFFFD') && [...character].length === 1 && !table.has(character))
      table.set(character, code)
  }
  for (let byte = 0; byte < 0x80; byte += 1) learn([byte])
  for (let byte = 0xa1; byte < 0xe0; byte += 1) learn([byte])
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    const unused = (lead >= 0xa0 && lead < 0xe0) || lead === 0xed || lead === 0xee || (lead >= 0xf0 && lead <= 0xf9)
    if (unused) continue
    for (let trail = 0x40; trail <= 0xfc; trail += 1) learn([lead, trail])
  }
  for (const [other, known] of alike) {
    const code = table.get(known)
    if (code && !table.has(other)) table.set(other, code)
  }
  bytesByCharacter = table
  return table
}
