import { z } from 'zod'
import { credentialWords } from '../../words/credentials.ts'
import { useWords } from '../../words/use-words.ts'
import { useMe } from '../app/me.ts'
import { Form } from '../form/Form.tsx'
import { PasswordField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'

const shape = z.object({ password: z.string().min(1).max(200) })

/** Asks for the password once more, before what somebody signs in with is changed. */
export function ProvePassword({
  submit,
  onProved,
}: {
  submit: string
  onProved: (body: { password: string }) => Promise<unknown>
}) {
  const t = useWords(credentialWords)
  const me = useMe()
  const form = useContractForm(shape, { password: '' })
  return (
    <Form form={form} submit={submit} onSubmit={onProved}>
      {/* Password keepers look for the name that belongs to the password. */}
      <input type="hidden" autoComplete="username" value={me.email} readOnly />
      <PasswordField
        name="password"
        label={t('password')}
        description={t('passwordFirst')}
        autoComplete="current-password"
        data-autofocus
        autoFocus
      />
    </Form>
  )
}
