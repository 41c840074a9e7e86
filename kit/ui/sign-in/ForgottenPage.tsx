import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { askPasswordReset } from '../../contract/credentials.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient } from '../client/client-context.ts'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { staysPut } from '../form/stays-put.ts'
import { useContractForm } from '../form/use-contract-form.ts'
import { Doorway } from './Doorway.tsx'

/** Asks for a link for a new password. What is said afterwards is the same for every address. */
export function ForgottenPage() {
  const t = useWords(signInWords)
  const { caller } = useClient()
  const [asked, setAsked] = useState<string | null>(null)
  const form = useContractForm(askPasswordReset.body, { email: '' })
  const back = (
    <Anchor component={Link} to="/sign-in" {...staysPut}>
      {t('toSignIn')}
    </Anchor>
  )
  if (asked !== null) {
    return (
      <Doorway title={t('resetAsked')} lead={t('resetAskedLead', { email: asked })}>
        {back}
      </Doorway>
    )
  }
  return (
    <Doorway title={t('forgottenTitle')} lead={t('forgottenLead')}>
      <Form
        form={form}
        submit={t('askReset')}
        beside={back}
        onSubmit={async (body) => {
          await caller.call(askPasswordReset, { body })
          setAsked(body.email)
        }}
      >
        <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" autoFocus />
      </Form>
    </Doorway>
  )
}
