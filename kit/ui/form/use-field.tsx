import type { ReactNode } from 'react'
import { type ControllerRenderProps, type FieldValues, useController } from 'react-hook-form'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { FieldError } from './FieldError.tsx'
import styles from './Form.module.css'

/** What every field has. */
export interface Named {
  /** The field's path in the form's values, as in the contract (`labels.0.name`). */
  name: string
  label: string
  /** Marks the field as one that may stay empty; fields are required unless they say so. */
  optional?: boolean
}

/** A field of the form around it: its value, and its label and error as Mantine's inputs take them. */
export function useField({ name, label, optional }: Named): {
  field: ControllerRenderProps<FieldValues, string>
  shared: { label: ReactNode; error: ReactNode; 'aria-required': boolean }
} {
  const t = useWords(common)
  const { field, fieldState } = useController({ name })
  const mark = optional ? <span className={styles.mark}>{t('optional')}</span> : null
  return {
    field,
    shared: {
      label: (
        <>
          {label}
          {mark}
        </>
      ),
      error: fieldState.error?.message ? <FieldError message={fieldState.error.message} /> : null,
      'aria-required': !optional,
    },
  }
}
