import { Box, Button, Stack, Text } from '@mantine/core'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useState } from 'react'
import { getMyCredentials, removePasskey } from '../../contract/credentials.ts'
import type { AnswerOf } from '../../contract/endpoint.ts'
import { credentialWords } from '../../words/credentials.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useChange } from '../client/use-change.ts'
import { Answered } from '../parts/Answered.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useToast } from '../parts/use-toast.tsx'
import { AddPasskey } from './AddPasskey.tsx'
import { ProvePassword } from './ProvePassword.tsx'
import styles from './Sessions.module.css'

type Passkey = AnswerOf<typeof getMyCredentials>['passkeys'][number]

/** One's passkeys, with a way to add one and to take each away. */
export function Passkeys() {
  const t = useWords(credentialWords)
  const { day } = useFormats()
  const credentials = useAnswer(getMyCredentials, {}, { topics: ['second_factor', 'recovery_code', 'passkey'] })
  const [isAdding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Passkey | null>(null)
  const close = () => {
    setAdding(false)
    setRemoving(null)
    void credentials.refetch()
  }
  return (
    <Answered of={credentials}>
      {({ passkeys }) => (
        <Stack align="flex-start" gap="xs" w="100%">
          <Text>{t('passkeysLead')}</Text>
          {passkeys.length > 0 && (
            <Box w="100%">
              <ul className={styles.sessions} aria-label={t('passkeys')}>
                {passkeys.map((passkey) => (
                  <li key={passkey.id} className={styles.session}>
                    <span className={styles.device}>{passkey.name}</span>
                    <span className={styles.used}>{t('passkeySince', { day: day(passkey.madeAt) })}</span>
                    <Button
                      variant="subtle"
                      size="compact-md"
                      aria-label={t('removePasskeyOf', { name: passkey.name })}
                      onClick={() => setRemoving(passkey)}
                    >
                      {t('remove')}
                    </Button>
                  </li>
                ))}
              </ul>
            </Box>
          )}
          {browserSupportsWebAuthn() && (
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('addPasskey')}
            </Button>
          )}
          <Dialog isOpen={isAdding} onClose={close} title={t('addPasskey')} atTop>
            <AddPasskey onDone={close} />
          </Dialog>
          <Dialog
            isOpen={removing !== null}
            onClose={close}
            title={t('removePasskeyOf', { name: removing?.name ?? '' })}
          >
            {removing && <RemovePasskey passkey={removing} onDone={close} />}
          </Dialog>
        </Stack>
      )}
    </Answered>
  )
}

function RemovePasskey({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const t = useWords(credentialWords)
  const toast = useToast()
  const remove = useChange(removePasskey)
  return (
    <ProvePassword
      submit={t('remove')}
      onProved={async (body) => {
        await remove.mutateAsync({ params: { passkeyId: passkey.id }, body })
        toast.done(t('passkeyRemoved'))
        onDone()
      }}
    />
  )
}
