import { IconCheck, IconDeviceFloppy } from '@tabler/icons-react'
import { common } from '../../words/common.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './SavedNote.module.css'

interface SavedNoteProps {
  /** `here`: on this device only, to be sent when the line is back. */
  state: 'saving' | 'saved' | 'here'
  /** The instant of the last save. */
  at?: string
}

/** Where one's work is: 保存しました 9:05. Read out when it changes, never in the way. */
export function SavedNote({ state, at }: SavedNoteProps) {
  const t = useWords(common)
  const { time } = useFormats()
  const text =
    state === 'saving' ? t('saving') : state === 'here' ? t('keptHere') : at && t('savedAt', { time: time(at) })
  const Icon = state === 'saved' ? IconCheck : IconDeviceFloppy
  return (
    <p className={styles.note} data-state={state} aria-live="polite">
      {text && <Icon size={18} aria-hidden />}
      {text}
    </p>
  )
}
