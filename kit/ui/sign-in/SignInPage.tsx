import { Anchor } from '@mantine/core'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { z } from 'zod'
import { signIn } from '../../contract/people.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient, useSessionState } from '../client/client-context.ts'
import { Form } from '../form/Form.tsx'
import { PasswordField, TextField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import styles from './Doorway.module.css'
import { Doorway } from './Doorway.tsx'

// The server says no to empty fields as to any wrong ones; here they are caught before they cost a try.
const credentials = z.object({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(200) })

/** E-mail address, password, and back to where one wanted to go. */
export function SignInPage() {
  const t = useWords(signInWords)
  const { caller, session } = useClient()
  const form = useContractForm(credentials, { email: '', password: '' })
  useOnward()
  return (
    <Doorway title={t('title')}>
      <Form
        form={form}
        submit={t('signIn')}
        onSubmit={async (body) => session.begin(await caller.call(signIn, { body }))}
      >
        <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" autoFocus />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
      </Form>
      <div className={styles.help}>
        <p>
          <Anchor component={Link} to="/forgotten">
            {t('forgotten')}
          </Anchor>
        </p>
        <p>{t('noAccount')}</p>
      </div>
    </Doorway>
  )
}

/** Once somebody is signed in, here or in another tab, goes on to the page first asked for. */
function useOnward() {
  const state = useSessionState()
  const router = useRouter()
  const { next } = useSearch({ strict: false }) as { next?: string }
  useEffect(() => {
    if (state !== 'in') return
    // Only a path of this app: an address from elsewhere would make this page a way to lead people astray.
    const isOwn = next?.startsWith('/') && !next.startsWith('//')
    void router.navigate({ to: isOwn ? next : '/', replace: true })
  }, [state, next, router])
}
