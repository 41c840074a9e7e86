import { expect, test } from 'vitest'
import { toCp932 } from '../kernel/cp932.ts'
import { readBankList } from './bank-list-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test('a list in Shift_JIS, with lines above its headings, money out and days of 令和', () => {
  const text = [
    '口座番号,普通1234567',
    '"年月日","お引出し","お預入れ","お取り扱い内容","残高"',
    '"R8.11.20","","36,666","振込 ｶ)ﾀｶｻｷﾖｼﾉﾔ","1,036,666"',
    '"R8.11.24","550","","手数料","1,036,116"',
    '"令和8年11月25日","","¥346","ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ","1,036,462"',
  ].join('\r\n')
  expect(readBankList(toCp932(text).bytes)).toEqual([
    { paidOn: '2026-11-20', amountYen: 36_666, payer: '振込 ｶ)ﾀｶｻｷﾖｼﾉﾔ' },
    { paidOn: '2026-11-25', amountYen: 346, payer: 'ｷﾀｼﾞﾄﾞｳｼﾔ(ｶ' },
  ])
})

test('a list in UTF-8 with other words for the same columns', () => {
  const text = '\uFEFF取引日,入金金額(円),出金金額(円),摘要\n2026/11/30,1100,,キタジドウシヤ\n20261201,0,500,引出\n'
  expect(readBankList(utf8(text))).toEqual([{ paidOn: '2026-11-30', amountYen: 1_100, payer: 'キタジドウシヤ' }])
})

test('what is no list is said to be none, and half of one is not taken', () => {
  for (const text of [
    '',
    'a,b,c\n1,2,3',
    '日付,入金額,摘要\n昨日,100,x',
    '日付,入金額,摘要\n2026/02/30,100,x',
    '日付,入金額,摘要\n2026/11/20,1.5,x',
    '日付,入金額,摘要\n2026/11/20,9999999999,x',
    '"',
  ])
    expect(readBankList(utf8(text)), text).toBeNull()
  expect(readBankList(utf8('日付,入金額,摘要\n'))).toEqual([])
})
