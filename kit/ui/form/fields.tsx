import {
  Checkbox,
  type CheckboxProps,
  NativeSelect,
  type NativeSelectProps,
  NumberInput,
  type NumberInputProps,
  PasswordInput,
  type PasswordInputProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core'
import { type Named, useField } from './use-field.tsx'

type Rest<Props> = Omit<Props, 'name' | 'label' | 'error' | 'value' | 'defaultValue' | 'checked' | 'required'>

/** One line of text. */
export function TextField({ name, label, optional = false, ...rest }: Named & Rest<TextInputProps>) {
  const { field, shared } = useField({ name, label, optional })
  return <TextInput {...rest} {...shared} {...field} value={field.value ?? ''} />
}

/** A password, with a way to look at what was typed. */
export function PasswordField({ name, label, optional = false, ...rest }: Named & Rest<PasswordInputProps>) {
  const { field, shared } = useField({ name, label, optional })
  return <PasswordInput {...rest} {...shared} {...field} value={field.value ?? ''} />
}

/** Several lines of text; grows with what is written. */
export function TextAreaField({ name, label, optional = false, ...rest }: Named & Rest<TextareaProps>) {
  const { field, shared } = useField({ name, label, optional })
  return <Textarea {...rest} {...shared} {...field} value={field.value ?? ''} />
}

/** A number; an emptied field is `undefined`. `suffix=" 円"` puts the unit behind it. */
export function NumberField({ name, label, optional = false, ...rest }: Named & Rest<NumberInputProps>) {
  const { field, shared } = useField({ name, label, optional })
  return (
    <NumberInput
      hideControls
      thousandSeparator=","
      {...rest}
      {...shared}
      {...field}
      value={field.value ?? ''}
      onChange={(value) => field.onChange(value === '' ? undefined : value)}
    />
  )
}

/** One of a few choices, with the device's own list. `data` as for Mantine's NativeSelect. */
export function SelectField({ name, label, optional = false, ...rest }: Named & Rest<NativeSelectProps>) {
  const { field, shared } = useField({ name, label, optional })
  return <NativeSelect {...rest} {...shared} {...field} value={field.value ?? ''} />
}

/** A calendar day (`2026-11-20`), with the device's own calendar; an emptied field is `null`. */
export function DayField({ name, label, optional = false, ...rest }: Named & Rest<TextInputProps>) {
  const { field, shared } = useField({ name, label, optional })
  return (
    <TextInput
      {...rest}
      type="date"
      {...shared}
      {...field}
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value || null)}
    />
  )
}

/** Yes or no. */
export function CheckField({ name, label, ...rest }: Omit<Named, 'optional'> & Rest<CheckboxProps>) {
  const { field, shared } = useField({ name, label, optional: false })
  const { value, ...handlers } = field
  return <Checkbox {...rest} label={label} error={shared.error} {...handlers} checked={value === true} />
}
