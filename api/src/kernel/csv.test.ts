import { expect, test } from 'vitest'
import { csvText } from './csv.ts'

test('commas, quotes and lines are quoted; what would be a formula is not one; numbers stay', () => {
  expect(
    csvText([
      ['a,b', 'say "yes"', 'two\nlines'],
      ['=1+1', '-x', -5],
      ['株式会社', '', 0],
    ]),
  ).toBe('"a,b","say ""yes""","two\nlines"\r\n\'=1+1,\'-x,-5\r\n株式会社,,0\r\n')
})
