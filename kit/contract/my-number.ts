/** Digits in one piece, or grouped by spaces, hyphens and what is typed for them. */
const groups = /\d+(?:[\p{Zs}\t\p{Pd}\u2212\u30fc]{1,3}\d+)*/gu
/** Hashes and ids: long runs of hexadecimal letters, with or without hyphens. */
const fingerprints = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{20,}/gi

/**
 * Whether a text seems to hold somebody's Individual Number (マイナンバー): 12 digits whose check digit fits (平成26年総務省令85号
 * 5条), half or full width, in one piece or grouped by spaces or hyphens. The house neither asks for such numbers nor keeps them.
 */
export function holdsMyNumber(text: string): boolean {
  // Most texts hold no twelve digits at all.
  if (text.length < 12) return false
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(fingerprints, 'x')
  return [...plain.matchAll(groups)].some(([run]) => {
    const parts = run.match(/\d+/g) ?? []
    return isGrouped(parts) ? isMyNumber(parts.join('')) : parts.some(isMyNumber)
  })
}

/** As people group a number: a day or a time of day, of two digits and four, is no part of one. */
function isGrouped(parts: readonly string[]): boolean {
  return parts.every(({ length }) => length >= 3) || parts.every(({ length }) => length === parts[0]?.length)
}

function isMyNumber(digits: string): boolean {
  if (digits.length !== 12) return false
  const [check, ...counted] = [...digits].map(Number).reverse()
  const sum = counted.reduce((total, digit, at) => total + digit * (at < 6 ? at + 2 : at - 4), 0)
  const rest = sum % 11
  return check === (rest <= 1 ? 0 : 11 - rest)
}
