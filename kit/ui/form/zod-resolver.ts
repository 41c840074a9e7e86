import { type FieldErrors, type FieldValues, get, type Resolver, set } from 'react-hook-form'
import type { z } from 'zod'
import { problemOf } from '../../contract/problem-of.ts'
import { fieldSentence } from '../../contract/refusals.ts'
import { currentLanguage } from '../../words/language.ts'

/** Checks a form with the contract's own schema and says what is wrong in our words (zod's own Japanese is not fit to show). */
export function zodResolver<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  return async (values) => {
    const parsed = await schema.safeParseAsync(values)
    if (parsed.success) return { values: parsed.data, errors: {} }
    const errors: FieldErrors<Input> = {}
    for (const issue of parsed.error.issues) {
      const path = issue.path.join('.') || 'root'
      const { problem, facts } = problemOf(issue, path === 'root' ? values : get(values, path))
      if (!get(errors, path))
        set(errors, path, { type: problem, message: fieldSentence(problem, facts, currentLanguage()) })
    }
    return { values: {}, errors }
  }
}
