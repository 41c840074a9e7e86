import { isMyNumber } from '@tsumugi/kit/contract/problem-of.ts'
import type { FieldProblem } from '@tsumugi/kit/contract/refusals.ts'
import type { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'

type Field = { path: string; problem: FieldProblem; facts?: Record<string, string | number> }

/** zod's issues as field problems in our own words, each with the path of its field; why text is refused is said aloud. */
export function malformed(error: z.ZodError, value: unknown): Refusal {
  return new Refusal(
    error.issues.every(isMyNumber) ? 'text.my_number' : 'request.malformed',
    {},
    error.issues.slice(0, 50).map((issue) => fieldOf(issue, value)),
  )
}

function fieldOf(issue: z.core.$ZodIssue, value: unknown): Field {
  return { path: issue.path.join('.'), ...problemOf(issue, value) }
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): Omit<Field, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      if (at(value, issue.path) === undefined) return { problem: 'required' }
      return { problem: issue.expected === 'int' ? 'not_whole' : 'wrong_type' }
    case 'too_small': {
      const minimum = Number(issue.minimum)
      if (issue.origin === 'string') {
        return minimum === 1 ? { problem: 'required' } : { problem: 'too_short', facts: { minimum } }
      }
      return { problem: issue.origin === 'array' ? 'too_few' : 'too_small', facts: { minimum } }
    }
    case 'too_big': {
      const maximum = Number(issue.maximum)
      if (issue.origin === 'string') return { problem: 'too_long', facts: { maximum } }
      return { problem: issue.origin === 'array' ? 'too_many' : 'too_big', facts: { maximum } }
    }
    case 'invalid_format':
      if (issue.format === 'email') return { problem: 'not_an_email' }
      return { problem: issue.format === 'date' ? 'not_a_day' : 'wrong_type' }
    case 'invalid_value':
    case 'invalid_union':
      return { problem: at(value, issue.path) === undefined ? 'required' : 'not_a_choice' }
    case 'unrecognized_keys':
      return { problem: 'unknown_field' }
    default:
      return { problem: isMyNumber(issue) ? 'my_number' : 'wrong_type' }
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[key], value)
}
