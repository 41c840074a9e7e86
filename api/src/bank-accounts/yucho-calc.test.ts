import { expect, it } from 'vitest'
import { fromYucho } from './yucho-calc.ts'

it('a sign and number of ゆうちょ is named as other banks do', () => {
  const bankCode = '9900'
  expect(fromYucho('11180', '12345671')).toEqual({ bankCode, branchCode: '118', kind: 'ordinary', number: '1234567' })
  expect(fromYucho('00130', '123456')).toEqual({ bankCode, branchCode: '019', kind: 'current', number: '0123456' })
  expect(fromYucho('14650', '00123451')).toEqual({ bankCode, branchCode: '468', kind: 'ordinary', number: '0012345' })
})

it.each([
  ['11185', '12345671'],
  ['21180', '12345671'],
  ['1118', '12345671'],
  ['11180', '123456789'],
  ['00130', '12345678'],
  ['11180', '１２３'],
])('%s-%s is no account', (sign, number) => {
  expect(fromYucho(sign, number)).toBeNull()
})
