import { expect, test } from 'vitest'
import { fromCp932 } from '../kernel/cp932.ts'
import { type Slip, slipLines } from './journal-calc.ts'
import { freeeJournal, journalBytes, yayoiJournal } from './journal-file.ts'

const sale: Slip = {
  number: 1,
  day: '2026-11-20',
  description: '検収による売上',
  sums: [
    { account: '売掛金', party: '北自動車', amountYen: 110_000 },
    { account: '売上高', party: '', amountYen: -100_000 },
    { account: '仮受消費税', party: '', amountYen: -10_000 },
  ],
}
const pay: Slip = {
  number: 2,
  day: '2026-11-20',
  description: '作業報酬',
  sums: [
    { account: '外注費', party: '', amountYen: 100 },
    { account: '外注費', party: '', amountYen: 20 },
    { account: '買掛金', party: '𠮷田 真', amountYen: -120 },
  ],
}

test('a slip has its debits and credits beside each other; accounts of one name are one', () => {
  expect(slipLines(pay)).toEqual([
    {
      debit: { account: '外注費', party: '', amountYen: 120 },
      credit: { account: '買掛金', party: '𠮷田 真', amountYen: 120 },
    },
  ])
  expect(() => slipLines({ ...pay, sums: pay.sums.slice(0, 2) })).toThrow('uneven')
})

test('弥生 gets 25 columns, and flags that say which lines are one slip', () => {
  const lines = yayoiJournal([sale, pay]).trimEnd().split('\r\n')
  for (const line of lines) expect(line.split(',')).toHaveLength(25)
  expect(lines[0]).toBe(
    '2110,1,,2026/11/20,売掛金,北自動車,,対象外,110000,,売上高,,,対象外,100000,,検収による売上,,,3,,,0,0,no',
  )
  expect(lines[1]).toBe('2101,1,,2026/11/20,,,,,0,,仮受消費税,,,対象外,10000,,検収による売上,,,3,,,0,0,no')
  expect(lines[2]?.startsWith('2111,2,')).toBe(true)
})

test('freee gets a line of headings and both sides in columns of their own', () => {
  const lines = freeeJournal([sale]).trimEnd().split('\r\n')
  expect(lines).toEqual([
    '日付,伝票番号,決算整理仕訳,借方勘定科目,借方取引先,借方税区分,借方金額,借方税額,貸方勘定科目,貸方取引先,貸方税区分,貸方金額,貸方税額,摘要',
    '2026/11/20,1,,売掛金,北自動車,対象外,110000,0,売上高,,対象外,100000,0,検収による売上',
    '2026/11/20,1,,,,,,,仮受消費税,,対象外,10000,0,検収による売上',
  ])
})

test('the file is CP932, and a character it lacks is its usual form or 〓', () => {
  expect(fromCp932(journalBytes('𠮷田 髙﨑,〜🌸\r\n'))).toBe('吉田 髙﨑,～〓\r\n')
})
