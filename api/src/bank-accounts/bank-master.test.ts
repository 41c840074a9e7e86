import { expect, it } from 'vitest'
import { bankOf, branchOf, findBanks, findBranches } from './bank-master.ts'

it('knows the banks and branches of the country', () => {
  expect(bankOf('0143')).toMatchObject({ name: '八十二長野' })
  expect(branchOf('0143', '433')).toMatchObject({ name: '塩尻' })
  expect(branchOf('9900', '118')).toMatchObject({ kana: 'イチイチハチ' })
  expect(bankOf('9999')).toBeNull()
  expect(branchOf('0143', '000')).toBeNull()
})

it.each(['八十二', 'はちじゅうに', 'ﾊﾁｼﾞﾕｳﾆ', '0143', '八十二長野銀行'])('finds a bank by %s', (search) => {
  expect(findBanks(search).map(({ code }) => code)).toContain('0143')
})

it('finds branches, those that begin so first', () => {
  expect(findBranches('0143', '塩尻').map(({ code }) => code)).toEqual(['433', '434'])
  expect(findBranches('0143', 'しおじりにし').map(({ code }) => code)).toEqual(['434'])
  expect(findBranches('0000', '塩尻')).toEqual([])
  expect(findBanks('').length).toBe(20)
})
