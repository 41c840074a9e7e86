import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form'
import { FailureNote } from '../parts/ErrorState.tsx'
import styles from './Form.module.css'
import { useServerErrors } from './use-contract-form.ts'

interface FormProps<Input extends FieldValues, Output> {
  form: UseFormReturn<Input, unknown, Output>
  /** Does the work; what it throws is shown: field refusals beside their fields, the rest above the button. */
  onSubmit: (values: Output) => Promise<unknown>
  /** What the button says: what will happen. */
  submit: string
  /** Stands beside the button: a way back, a second thing to do. */
  beside?: ReactNode
  children: ReactNode
}

/** A form: fields, what went wrong, and one button that says what happens. Nothing typed is lost when it fails. */
export function Form<Input extends FieldValues, Output>({
  form,
  onSubmit,
  submit,
  beside,
  children,
}: FormProps<Input, Output>) {
  const [failure, setFailure] = useState<unknown>(null)
  const placeErrors = useServerErrors(form as unknown as UseFormReturn<Input, unknown, unknown>)
  const send = form.handleSubmit(async (values) => {
    setFailure(null)
    try {
      await onSubmit(values)
    } catch (reason) {
      if (!placeErrors(reason)) setFailure(reason)
    }
  })
  return (
    <FormProvider {...form}>
      <form noValidate className={styles.form} onSubmit={(event) => void send(event)}>
        {children}
        {failure !== null && <FailureNote failure={failure} />}
        <div className={styles.buttons}>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {submit}
          </Button>
          {beside}
        </div>
      </form>
    </FormProvider>
  )
}
