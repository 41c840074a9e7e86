import { useCallback } from 'react'
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { fieldSentence } from '../../contract/refusals.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Refused } from '../client/refused.ts'
import { zodResolver } from './zod-resolver.ts'

/** A form over one schema of the contract: `useContractForm(createOrder.body, { title: '' })`. Errors show on leaving a field. */
export function useContractForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input> | undefined,
  defaultValues: DefaultValues<Input>,
): UseFormReturn<Input, unknown, Output> {
  if (!schema) throw new Error('This endpoint takes no body')
  return useForm<Input, unknown, Output>({
    resolver: zodResolver(schema),
    defaultValues,
    mode: 'onTouched',
    shouldFocusError: true,
  })
}

/**
 * Puts the server's field refusals beside their fields and the keyboard on the first of them.
 * Returns true when every refusal found a field; otherwise show the failure with `FailureNote`.
 */
export function useServerErrors<Values extends FieldValues>(form: UseFormReturn<Values, unknown, unknown>) {
  const language = useLanguage()
  return useCallback(
    (failure: unknown): boolean => {
      if (!(failure instanceof Refused) || failure.fields.length === 0) return false
      const values = form.getValues()
      let placed = 0
      for (const { path, problem, facts } of failure.fields) {
        const field = path.replace(/^body\./, '')
        if (!((field.split('.')[0] as string) in values)) continue
        const message = fieldSentence(problem, facts ?? {}, language)
        form.setError(field as Path<Values>, { type: 'server', message }, { shouldFocus: placed === 0 })
        placed += 1
      }
      return placed === failure.fields.length
    },
    [form, language],
  )
}
