import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser'
import { useState } from 'react'
import { z } from 'zod'
import { addPasskey, beginPasskey } from '../../contract/credentials.ts'
import { credentialWords } from '../../words/credentials.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { useMe } from '../app/me.ts'
import { useChange } from '../client/use-change.ts'
import { Form } from '../form/Form.tsx'
import { PasswordField, TextField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import { deviceName } from './device-name.ts'
import { passkeyFailure } from './passkey-failure.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'

const shape = z.object({ name: z.string().trim().min(1).max(80), password: z.string().min(1).max(200) })

/** A name, the password, what the device asks, and recovery codes where there were none. */
export function AddPasskey({ onDone }: { onDone: () => void }) {
  const t = useWords(credentialWords)
  const words = useWords(signInWords)
  const me = useMe()
  const begin = useChange(beginPasskey, { topics: [] })
  const add = useChange(addPasskey, { topics: [] })
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null)
  const name = deviceName(navigator.userAgent) ?? words('unknownDevice')
  const form = useContractForm(shape, { name, password: '' })
  async function register(given: { name: string; password: string }) {
    const { options } = await begin.mutateAsync({ body: { password: given.password } })
    const response = await startRegistration({
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    }).catch((reason: unknown) => {
      throw passkeyFailure(reason)
    })
    const added = await add.mutateAsync({
      body: {
        name: given.name,
        response: { ...response, response: { ...response.response }, clientExtensionResults: {} },
      },
    })
    if (added.recoveryCodes) setRecoveryCodes(added.recoveryCodes)
    else onDone()
  }
  if (recoveryCodes) return <RecoveryCodes codes={recoveryCodes} onDone={onDone} />
  return (
    <Form form={form} submit={t('addPasskey')} onSubmit={register}>
      {/* Password keepers look for the name that belongs to the password. */}
      <input type="hidden" autoComplete="username" value={me.email} readOnly />
      <TextField name="name" label={t('passkeyName')} description={t('passkeyNameHelp')} autoComplete="off" />
      <PasswordField
        name="password"
        label={t('password')}
        description={t('passwordFirst')}
        autoComplete="current-password"
        data-autofocus
      />
    </Form>
  )
}
