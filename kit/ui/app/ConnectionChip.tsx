import { Tooltip } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { shell } from '../../words/shell.ts'
import { useWords } from '../../words/use-words.ts'
import { useLive } from '../client/client-context.ts'
import styles from './ConnectionChip.module.css'

function hearLine(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether this device is online. */
export function useOnline(): boolean {
  return useSyncExternalStore(hearLine, () => navigator.onLine)
}

/** Says whether changes arrive by themselves. `quiet` shows nothing while all is well. */
export function ConnectionChip({ quiet = false }: { quiet?: boolean }) {
  const t = useWords(shell)
  const live = useLive()
  const isOnline = useOnline()
  const state = isOnline ? (live === 'live' ? 'live' : 'connecting') : 'offline'
  return (
    <span className={styles.place} role="status">
      {!(quiet && state === 'live') && (
        <Tooltip label={t('offlineText')} disabled={state !== 'offline'} multiline maw={320}>
          <span className={styles.chip} data-state={state}>
            <svg viewBox="0 0 10 10" aria-hidden="true" className={styles.dot}>
              {state === 'offline' ? <path d="m2 2 6 6m0-6-6 6" /> : <circle cx="5" cy="5" r="3.5" />}
            </svg>
            {t(state)}
          </span>
        </Tooltip>
      )}
    </span>
  )
}
