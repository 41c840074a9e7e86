import { Anchor } from '@mantine/core'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { AnswerOf } from '../../contract/endpoint.ts'
import { acceptInvitation, getInvitation } from '../../contract/people.ts'
import { changeLanguage, currentLanguage } from '../../words/language.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient } from '../client/client-context.ts'
import { useAnswer } from '../client/use-answer.ts'
import { Form } from '../form/Form.tsx'
import { PasswordField, TextField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import { Answered } from '../parts/Answered.tsx'
import { ErrorState } from '../parts/ErrorState.tsx'
import { Doorway } from './Doorway.tsx'

/** Where the link of an invitation leads: a name, a password, and in. */
export function AcceptInvitationPage() {
  const t = useWords(signInWords)
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const invitation = useAnswer(getInvitation, { params: { token } })
  const language = invitation.data?.language
  useEffect(() => {
    if (language && language !== currentLanguage()) changeLanguage(language)
  }, [language])
  return (
    <Doorway
      title={t('invitationTitle')}
      lead={invitation.data && t('invitationLead', { email: invitation.data.email })}
    >
      {invitation.error && !invitation.data ? (
        <ErrorState
          failure={invitation.error}
          action={
            <Anchor component={Link} to="/sign-in">
              {t('toSignIn')}
            </Anchor>
          }
        />
      ) : (
        <Answered of={invitation}>{(found) => <Welcome token={token} invitation={found} />}</Answered>
      )}
    </Doorway>
  )
}

function Welcome({ token, invitation }: { token: string; invitation: AnswerOf<typeof getInvitation> }) {
  const t = useWords(signInWords)
  const router = useRouter()
  const { caller, session } = useClient()
  const form = useContractForm(acceptInvitation.body, { displayName: invitation.displayName, password: '' })
  return (
    <Form
      form={form}
      submit={t('accept')}
      onSubmit={async (body) => {
        session.begin(await caller.call(acceptInvitation, { params: { token }, body }))
        await router.navigate({ to: '/', replace: true })
      }}
    >
      {/* Password keepers look for the name that belongs to the password. */}
      <input type="hidden" autoComplete="username" value={invitation.email} readOnly />
      <TextField name="displayName" label={t('displayName')} description={t('displayNameHelp')} autoComplete="name" />
      <PasswordField
        name="password"
        label={t('newPassword')}
        description={t('newPasswordHelp')}
        autoComplete="new-password"
      />
    </Form>
  )
}
