import { Button, type ButtonProps, Group, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './ConfirmAction.module.css'
import { Dialog } from './Dialog.tsx'
import { FailureNote } from './ErrorState.tsx'

interface ConfirmActionProps extends Pick<ButtonProps, 'variant' | 'color' | 'leftSection' | 'disabled'> {
  /** What the button on the page says. */
  label: string
  /** The question in the dialog. */
  title: string
  /** What will happen, in figures where there are any. */
  children: ReactNode
  /** What the dialog's button says: what happens now (「この案件を取り消す」, not OK). */
  confirmLabel: string
  /** Marks what cannot be taken back. */
  danger?: boolean
  /** Asks for a reason that stays on record. */
  withReason?: boolean
  /** What the field asks for, where that is no reason. */
  reasonLabel?: string
  /** Stands in the field from the start, to be kept or written over. */
  firstReason?: string
  /** Does it; what it throws is shown in the dialog, which stays open. */
  onConfirm: (reason: string) => Promise<unknown>
}

/** A step that deserves a second look: a button and the dialog that says what will happen. Not for what can be undone. */
export function ConfirmAction(props: ConfirmActionProps) {
  const {
    label,
    title,
    children,
    confirmLabel,
    danger = false,
    withReason = false,
    reasonLabel,
    firstReason = '',
    onConfirm,
    ...look
  } = props
  const t = useWords(common)
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [reason, setReason] = useState(firstReason)
  const [failure, setFailure] = useState<unknown>(null)
  const colour = danger ? { color: 'red' } : {}

  async function confirm() {
    setBusy(true)
    setFailure(null)
    try {
      await onConfirm(reason.trim())
      setOpen(false)
      setReason(firstReason)
    } catch (thrown) {
      setFailure(thrown)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Button {...(danger && { variant: 'outline' })} {...colour} {...look} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={title}>
        <div className={styles.body}>
          <div>{children}</div>
          {withReason && (
            <Textarea
              label={reasonLabel ?? t('reason')}
              description={t('reasonHelp')}
              value={reason}
              maxLength={500}
              data-autofocus
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          {failure !== null && <FailureNote failure={failure} />}
          <Group justify="flex-end">
            <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
              {t('cancel')}
            </Button>
            <Button
              {...colour}
              loading={isBusy}
              disabled={withReason && reason.trim() === ''}
              onClick={() => void confirm()}
            >
              {confirmLabel}
            </Button>
          </Group>
        </div>
      </Dialog>
    </>
  )
}
