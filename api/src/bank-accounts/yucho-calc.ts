/** An account as other banks name it. */
export interface ZenginAccount {
  bankCode: string
  branchCode: string
  kind: 'ordinary' | 'current' | 'savings'
  /** Seven digits. */
  number: string
}

/** The bank code of ゆうちょ銀行. */
export const yuchoBankCode = '9900'

/**
 * A ゆうちょ account by its sign and number (記号・番号) as other banks name it: sign `1ABC0` is branch `AB8`, ordinary, without the
 * number's last digit; sign `0ABC0` is branch `AB9`, current. Null when it is no such pair.
 */
export function fromYucho(sign: string, number: string): ZenginAccount | null {
  const [, first = '', ab = ''] = /^([01])(\d\d)\d0$/.exec(sign) ?? []
  if (first === '1' && /^\d{2,8}$/.test(number)) {
    const account = { branchCode: `${ab}8`, kind: 'ordinary' as const, number: number.slice(0, -1).padStart(7, '0') }
    return { bankCode: yuchoBankCode, ...account }
  }
  if (first === '0' && /^\d{1,7}$/.test(number)) {
    return { bankCode: yuchoBankCode, branchCode: `${ab}9`, kind: 'current', number: number.padStart(7, '0') }
  }
  return null
}
