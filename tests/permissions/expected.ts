import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Action, actions } from '../../kit/contract/actions.ts'
import { type Role, roles } from '../../kit/contract/roles.ts'

/** What ties somebody to a thing, as expected.csv says it; empty: nothing is enough. */
export const ties = ['any', 'self', 'team', 'client', 'region', 'order'] as const
export type Tie = (typeof ties)[number]

/** Who may do what, written down by hand in expected.csv and not taken from the table the server uses. */
export const expected: ReadonlyMap<Action, ReadonlyMap<Role, Tie>> = readExpected()

function readExpected(): Map<Action, Map<Role, Tie>> {
  const text = readFileSync(join(import.meta.dirname, 'expected.csv'), 'utf8')
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const columns = head.split(',').slice(1)
  return new Map(
    lines.map((line) => {
      const [action = '', ...cells] = line.split(',')
      const byRole = columns.flatMap((role, column) => {
        const cell = cells[column] ?? ''
        return cell === '' ? [] : [[known(role, roles), known(cell, ties)] as const]
      })
      return [known(action, actions), new Map(byRole)]
    }),
  )
}

function known<T extends string>(word: string, words: readonly T[]): T {
  const found = words.find((each) => each === word)
  if (found === undefined) throw new Error(`expected.csv says ${word}, which is not one of ${words.join(', ')}`)
  return found
}
