import { IconAlertCircle } from '@tabler/icons-react'
import styles from './Form.module.css'

/** What is wrong with a field, for the `error` of any Mantine input: a mark and a sentence, never colour alone. */
export function FieldError({ message }: { message: string }) {
  return (
    <span className={styles.error}>
      <IconAlertCircle size={16} aria-hidden />
      <span>{message}</span>
    </span>
  )
}
