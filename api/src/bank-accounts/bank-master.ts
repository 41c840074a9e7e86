import { createRequire } from 'node:module'

/** A bank or a branch of one. */
export interface BankPlace {
  code: string
  name: string
  /** Full-width katakana, with `－` for the long mark. */
  kana: string
}

interface Bank extends BankPlace {
  branches: Record<string, BankPlace>
}

let banks: Record<string, Bank> | undefined

/** Five megabytes of names, read when they are first asked for. Source: zengin-code, from the lists of 全国銀行協会. */
function master(): Record<string, Bank> {
  banks ??= createRequire(import.meta.url)('zengin-code') as Record<string, Bank>
  return banks
}

/** A bank by its code. */
export function bankOf(code: string): BankPlace | null {
  return master()[code] ?? null
}

/** A branch by its bank's code and its own. */
export function branchOf(bankCode: string, branchCode: string): BankPlace | null {
  return master()[bankCode]?.branches[branchCode] ?? null
}

/** Banks that fit what is looked for. */
export function findBanks(search: string): BankPlace[] {
  return fitting(Object.values(master()), search)
}

/** Branches of a bank that fit what is looked for. */
export function findBranches(bankCode: string, search: string): BankPlace[] {
  return fitting(Object.values(master()[bankCode]?.branches ?? {}), search)
}

const foundMost = 20

/** By code, name or reading; what begins so before what only holds it, the shorter name first. */
function fitting(places: readonly BankPlace[], search: string): BankPlace[] {
  const wanted = plain(search).replace(/(銀行|支店)$/, '')
  const rank = ({ code, name, kana }: BankPlace) => {
    const texts = [code, plain(name), plain(kana)]
    if (texts.some((text) => text.startsWith(wanted))) return 0
    return texts.some((text) => text.includes(wanted)) ? 1 : 2
  }
  return places
    .map((place) => ({ place, rank: rank(place) }))
    .filter((each) => each.rank < 2)
    .sort(
      (a, b) => a.rank - b.rank || a.place.name.length - b.place.name.length || (a.place.code < b.place.code ? -1 : 1),
    )
    .slice(0, foundMost)
    .map(({ place: { code, name, kana } }) => ({ code, name, kana }))
}

/** Hiragana, small kana and widths count as the same. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[ァィゥェォッャュョ]/g, (small) => String.fromCharCode(small.charCodeAt(0) + 1))
    .replace(/[ー－‐−]/g, '-')
    .trim()
}
