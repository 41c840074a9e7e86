import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { toCp932 } from '../kernel/cp932.ts'
import { type FileHabits, type FileTransfer, zenginFile } from './zengin-file.ts'

// Invented accounts; bank 9999 is nobody's.
const payer = {
  ...{ payerCode: '1234567890', nameKana: 'ｻﾞｲ)ﾃｽﾄｼﾝｺｳｺｳｼﾔ', kind: 'ordinary' as const, number: '9876543' },
  ...{ bankCode: '9999', bankKana: 'ﾃｽﾄｷﾞﾝｺｳ', branchCode: '999', branchKana: 'ﾎﾝﾃﾝ' },
}
const hana: FileTransfer = {
  ...{ bankCode: '9999', bankKana: 'ﾃｽﾄｷﾞﾝｺｳ', branchCode: '998', branchKana: 'ｼｵｼﾞﾘｼﾃﾝ', kind: 'ordinary' },
  ...{ number: '9000001', nameKana: 'ﾔﾏﾀﾞ ﾊﾅｺ', amountYen: 99_790, code1: '1001', code2: '202611' },
}
const jun: FileTransfer = {
  ...{ bankCode: '9900', bankKana: 'ﾕｳﾁﾖ', branchCode: '118', branchKana: 'ｲﾁｲﾁﾊﾁ', kind: 'ordinary' },
  ...{ number: '1234567', nameKana: 'ｻﾄｳ ｼﾞﾕﾝｺ', amountYen: 1_085_002, code1: '1002', code2: '202611' },
}
const habits: FileHabits = { newline: 'crlf', manner: '7', clearing: '0000' }
const bytesOf = (changed: Partial<FileHabits> = {}) =>
  toCp932(zenginFile(payer, [hana, jun], { on: '2026-12-25', habits: { ...habits, ...changed } })).bytes
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('is byte for byte the file of the specification', () => {
  expect(bytesOf()).toHaveLength(610)
  expect(sha256(bytesOf())).toBe('616bd58e2c8a2b931d4b76634d9e9c560af2206279d77a0125f644ad1dcf4f39')
  expect(bytesOf({ newline: 'none' })).toHaveLength(600)
  expect(sha256(bytesOf({ newline: 'none' }))).toBe('c711935c87b06868b292623fc80aad9c9e8dbf720f008060d43416d04c4b8987')
  expect(Buffer.from(bytesOf().slice(122, 242)).toString('hex')).toBe(
    '3239393939c3bdc4b7deddbab320202020202020393938bcb5bcded8bcc3dd20202020202020303030303139303030303031' +
      'd4cfc0de20cac5ba202020202020202020202020202020202020202020203030303030393937393030303030303030313030' +
      '3130303030323032363131372020202020202020',
  )
})

it('does not write what is no number, too long or nothing', () => {
  const write = (changed: Partial<FileTransfer>) => () =>
    zenginFile(payer, [{ ...hana, ...changed }], { on: '2026-12-25', habits })
  expect(write({ number: '12345678' })).toThrow()
  expect(write({ bankCode: '99a9' })).toThrow()
  expect(write({ nameKana: 'ｱ'.repeat(31) })).toThrow()
  expect(write({ nameKana: 'ヤマダ' })).toThrow()
  expect(write({ amountYen: 0 })).toThrow()
  expect(write({ amountYen: 10_000_000_000 })).toThrow()
})
