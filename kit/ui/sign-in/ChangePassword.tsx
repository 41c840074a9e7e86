import { Button } from '@mantine/core'
import { useState } from 'react'
import { changePassword } from '../../contract/credentials.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { useMe } from '../app/me.ts'
import { useChange } from '../client/use-change.ts'
import { Form } from '../form/Form.tsx'
import { PasswordField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { useToast } from '../parts/use-toast.tsx'

/** The button to a new password, and the dialog behind it. */
export function ChangePassword() {
  const t = useWords(signInWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('changePassword')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('changePassword')}>
        <PasswordForm onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = useWords(signInWords)
  const me = useMe()
  const toast = useToast()
  const change = useChange(changePassword, { topics: ['session'] })
  const form = useContractForm(changePassword.body, { password: '', newPassword: '' })
  return (
    <Form
      form={form}
      submit={t('savePassword')}
      onSubmit={async (body) => {
        await change.mutateAsync({ body })
        toast.done(t('passwordSaved'))
        onDone()
      }}
    >
      {/* Password keepers look for the name that belongs to the password. */}
      <input type="hidden" autoComplete="username" value={me.email} readOnly />
      <PasswordField name="password" label={t('currentPassword')} autoComplete="current-password" data-autofocus />
      <PasswordField
        name="newPassword"
        label={t('newPassword')}
        description={t('newPasswordHelp')}
        autoComplete="new-password"
      />
    </Form>
  )
}
