import { ActionIcon } from '@mantine/core'
import { IconCheck, IconRefresh, IconX } from '@tabler/icons-react'
import { common } from '../../words/common.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './FileDrop.module.css'
import { useFailureText } from './failure-text.ts'
import type { Upload, useUploads } from './use-uploads.ts'

/** One file of a `FileDrop`: its name, how far it is, what went wrong, and what can be done about it. */
export function FileLine({ upload, uploads }: { upload: Upload; uploads: ReturnType<typeof useUploads> }) {
  const t = useWords(common)
  const formats = useFormats()
  const failureText = useFailureText()
  const { id, file, state, share } = upload
  const words = {
    waiting: t('fileWaiting'),
    sending: `${t('fileSending')} ${formats.share(Math.floor(share * 100) / 100)}`,
    away: t('fileAway', { share: formats.share(Math.floor(share * 100) / 100) }),
    checking: t('fileChecking'),
    done: t('fileDone'),
    failed: failureText(upload.failure).text,
    stopped: t('fileStopped'),
  }
  const isOnItsWay = state === 'waiting' || state === 'sending' || state === 'away' || state === 'checking'
  return (
    <li className={styles.file} data-state={state}>
      <span className={styles.fileName}>{file.name}</span>
      <span className={styles.fileSize}>{formats.bytes(file.size)}</span>
      <span className={styles.fileState}>
        {state === 'done' && <IconCheck size={16} aria-hidden />}
        {words[state]}
      </span>
      <span className={styles.fileButtons}>
        {(state === 'failed' || state === 'stopped') && (
          <ActionIcon aria-label={t('retryFile', { name: file.name })} onClick={() => uploads.retry(id)}>
            <IconRefresh size={20} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          aria-label={isOnItsWay ? t('stopFile', { name: file.name }) : t('removeFile', { name: file.name })}
          onClick={() => (isOnItsWay ? uploads.stop(id) : uploads.remove(id))}
        >
          <IconX size={20} aria-hidden />
        </ActionIcon>
      </span>
      {(state === 'sending' || state === 'away') && (
        <span className={styles.thread} style={{ transform: `scaleX(${share})` }} aria-hidden="true" />
      )}
    </li>
  )
}
