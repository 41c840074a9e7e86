import { expect, test } from 'vitest'
import { asRegistrationNumber, isCorporateNumber, registrationNumberProblem } from './registration-number-rules.ts'

test.each(['7123456789012', '4011001098993', '2120901007402', '7010705000725', '8700110005901'])(
  'T%s is the number of a corporation',
  (digits) => {
    expect(registrationNumberProblem(`T${digits}`, 'corporation')).toBeNull()
    expect(registrationNumberProblem(`T${digits}`, 'person')).toBeNull()
  },
)

test.each(['1234567890123', '1000020202151'])('T%s is refused for a corporation and doubted for a person', (digits) => {
  expect(registrationNumberProblem(`T${digits}`, 'corporation')).toBe('wrong_check_digit')
  expect(registrationNumberProblem(`T${digits}`, 'person')).toBe('doubtful_check_digit')
})

test('the check digit is 1 to 9, never 0', () => {
  expect(isCorporateNumber('9234567890123')).toBe(true)
  expect(isCorporateNumber('9999999999999')).toBe(true)
  expect(isCorporateNumber('9000000000000')).toBe(true)
  expect(isCorporateNumber('0000000000000')).toBe(false)
})

test('a wrong digit is seen, but for a 0 and a 9 taken for each other', () => {
  for (let at = 0; at < 13; at += 1) {
    for (let digit = 0; digit <= 9; digit += 1) {
      const typed = `${'7123456789012'.slice(0, at)}${digit}${'7123456789012'.slice(at + 1)}`
      const meant = '7123456789012'[at]
      const alike = typed === '7123456789012' || (at > 0 && `${meant}${digit}`.match(/^(09|90)$/) !== null)
      expect(isCorporateNumber(typed), typed).toBe(alike)
    }
  }
})

test('what is no T and thirteen digits has the wrong shape; how it is typed does not matter', () => {
  for (const typed of ['', 'T', '7123456789012', 'T712345678901', 'T71234567890123', 't7123456789012'])
    expect(registrationNumberProblem(typed, 'corporation')).toBe('wrong_shape')
  expect(asRegistrationNumber('ｔ７１２３４５６７８９０１２')).toBe('T7123456789012')
  expect(asRegistrationNumber(' T7-1234-5678-9012 ')).toBe('T7123456789012')
  expect(asRegistrationNumber('7123456789012')).toBe('T7123456789012')
  expect(asRegistrationNumber('未定')).toBe('未定')
})
