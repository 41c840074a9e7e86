import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'

/** Two independent 53-bit sums of a text (cyrb53); enough to tell one's own few last saves apart. */
function sum(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

/** The database returns the keys of an object in an order of its own; here they always stand in one. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A short text that is equal exactly when two answers say the same. */
export function markOfAnswer(answer: ImageAnswer): string {
  const text = JSON.stringify(answer, inOrder)
  return `${sum(text, 1)}.${sum(text, 2)}`
}
