import { Button } from '@mantine/core'
import { endSession, listSessions } from '../../contract/people.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useChange } from '../client/use-change.ts'
import { Answered } from '../parts/Answered.tsx'
import { StateChip } from '../parts/StateChip.tsx'
import { useToast } from '../parts/use-toast.tsx'
import { deviceName } from './device-name.ts'
import styles from './Sessions.module.css'

/** Where one is signed in, with a way out of each device. */
export function Sessions() {
  const t = useWords(signInWords)
  const { moment } = useFormats()
  const toast = useToast()
  const answer = useAnswer(listSessions, {}, { topics: ['session'] })
  const end = useChange(endSession, { topics: ['session'], onDone: () => toast.done(t('sessionEnded')) })
  return (
    <Answered of={answer}>
      {({ sessions }) => (
        <ul className={styles.sessions} aria-label={t('sessions')}>
          {sessions.map(({ id, device, lastUsedAt, isThis }) => {
            const name = deviceName(device) ?? t('unknownDevice')
            return (
              <li key={id} className={styles.session}>
                <span className={styles.device}>{name}</span>
                <span className={styles.used}>{t('lastUsed', { moment: moment(lastUsedAt) })}</span>
                {isThis ? (
                  <StateChip tone="good" label={t('thisDevice')} />
                ) : (
                  <Button
                    variant="subtle"
                    size="compact-md"
                    aria-label={t('endSessionOf', { device: name })}
                    loading={end.isPending && end.variables.params.sessionId === id}
                    onClick={() => end.mutate({ params: { sessionId: id } })}
                  >
                    {t('endSession')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Answered>
  )
}
