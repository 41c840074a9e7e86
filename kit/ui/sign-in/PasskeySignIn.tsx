import { Button, Stack } from '@mantine/core'
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { beginPasskeySignIn, signInWithPasskey } from '../../contract/credentials.ts'
import { credentialWords } from '../../words/credentials.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient } from '../client/client-context.ts'
import { staysPut } from '../form/stays-put.ts'
import { FailureNote } from '../parts/ErrorState.tsx'
import { passkeyFailure } from './passkey-failure.ts'

/** Signs in with a passkey of this device, without a name and without a password. */
export function PasskeySignIn() {
  const t = useWords(credentialWords)
  const { caller, session } = useClient()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  if (!browserSupportsWebAuthn()) return null
  async function enter() {
    setBusy(true)
    setFailure(null)
    try {
      const { options } = await caller.call(beginPasskeySignIn)
      const response = await startAuthentication({
        optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
      })
      const body = { response: { ...response, response: { ...response.response }, clientExtensionResults: {} } }
      session.begin(await caller.call(signInWithPasskey, { body }))
    } catch (reason) {
      setFailure(passkeyFailure(reason))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Stack align="flex-start" mt="md">
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconFingerprint size={20} aria-hidden />}
        onClick={() => void enter()}
        {...staysPut}
      >
        {t('passkeySignIn')}
      </Button>
      {failure !== null && <FailureNote failure={failure} />}
    </Stack>
  )
}
