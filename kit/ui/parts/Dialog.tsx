import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'

interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  size?: 'md' | 'lg' | 'xl'
  /** Near the top of the window instead of the middle: for a content that grows. */
  atTop?: boolean
  /** Stays until one of its own buttons is pressed: there is nothing to go back to. */
  mustChoose?: boolean
  children: ReactNode
}

/** A dialog in the reader's language. The first field, or what has `data-autofocus`, has the keyboard; Escape closes. */
export function Dialog({
  isOpen,
  onClose,
  title,
  size = 'md',
  atTop = false,
  mustChoose = false,
  children,
}: DialogProps) {
  const t = useWords(common)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size}
      centered={!atTop}
      {...(atTop && { yOffset: '10vh' })}
      withCloseButton={!mustChoose}
      closeOnEscape={!mustChoose}
      closeOnClickOutside={!mustChoose}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  )
}
