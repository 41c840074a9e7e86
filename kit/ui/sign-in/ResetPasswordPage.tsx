import { Anchor, Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { resetPassword } from '../../contract/credentials.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient } from '../client/client-context.ts'
import { Form } from '../form/Form.tsx'
import { PasswordField } from '../form/fields.tsx'
import { staysPut } from '../form/stays-put.ts'
import { useContractForm } from '../form/use-contract-form.ts'
import { Doorway } from './Doorway.tsx'

/** Where the link of a mail leads: a new password, and then the ordinary way in. */
export function ResetPasswordPage() {
  const t = useWords(signInWords)
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const { caller, session } = useClient()
  const [isDone, setDone] = useState(false)
  const form = useContractForm(resetPassword.body, { password: '' })
  if (isDone) {
    return (
      <Doorway title={t('resetDone')} lead={t('resetDoneLead')}>
        <Button component={Link} to="/sign-in">
          {t('toSignIn')}
        </Button>
      </Doorway>
    )
  }
  return (
    <Doorway title={t('resetTitle')} lead={t('resetLead')}>
      <Form
        form={form}
        submit={t('savePassword')}
        beside={
          <Anchor component={Link} to="/forgotten" {...staysPut}>
            {t('askAgain')}
          </Anchor>
        }
        onSubmit={async (body) => {
          await caller.call(resetPassword, { params: { token }, body })
          // Every session of the account is over, this device's too.
          session.end()
          setDone(true)
        }}
      >
        <PasswordField
          name="password"
          label={t('newPassword')}
          description={t('newPasswordHelp')}
          autoComplete="new-password"
          autoFocus
        />
      </Form>
    </Doorway>
  )
}
