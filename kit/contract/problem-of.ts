import type { z } from 'zod'
import type { FieldProblem } from './refusals.ts'

type Issue = z.core.$ZodIssue

/** Names what zod found wrong with one field in the words of the catalogue; `value` is what the field held. */
export function problemOf(
  issue: Issue,
  value: unknown,
): { problem: FieldProblem; facts: Record<string, string | number> } {
  if (value === undefined || value === null || value === '') return { problem: 'required', facts: {} }
  switch (issue.code) {
    case 'too_small':
      return small(issue.origin, Number(issue.minimum))
    case 'too_big':
      return big(issue.origin, Number(issue.maximum))
    case 'invalid_format':
      if (issue.format === 'email') return { problem: 'not_an_email', facts: {} }
      return { problem: issue.format === 'date' ? 'not_a_day' : 'wrong_type', facts: {} }
    case 'invalid_value':
      return { problem: 'not_a_choice', facts: {} }
    case 'invalid_type':
      return { problem: issue.expected === 'int' ? 'not_whole' : 'wrong_type', facts: {} }
    case 'unrecognized_keys':
      return { problem: 'unknown_field', facts: {} }
    case 'custom':
      return { problem: isMyNumber(issue) ? 'my_number' : 'wrong_type', facts: {} }
    default:
      return { problem: 'wrong_type', facts: {} }
  }
}

/** Whether free text was refused for holding an Individual Number (values.ts). */
export function isMyNumber(issue: Issue): boolean {
  return issue.code === 'custom' && issue.params?.problem === 'my_number'
}

function small(origin: string, minimum: number): { problem: FieldProblem; facts: Record<string, number> } {
  if (origin === 'string') return { problem: 'too_short', facts: { minimum } }
  return { problem: origin === 'array' || origin === 'set' ? 'too_few' : 'too_small', facts: { minimum } }
}

function big(origin: string, maximum: number): { problem: FieldProblem; facts: Record<string, number> } {
  if (origin === 'string') return { problem: 'too_long', facts: { maximum } }
  return { problem: origin === 'array' || origin === 'set' ? 'too_many' : 'too_big', facts: { maximum } }
}
