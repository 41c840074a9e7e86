import { Anchor, Button } from '@mantine/core'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { signIn } from '../../contract/people.ts'
import { credentialWords } from '../../words/credentials.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient, useSessionState } from '../client/client-context.ts'
import { Refused } from '../client/refused.ts'
import { Form } from '../form/Form.tsx'
import { PasswordField, TextField } from '../form/fields.tsx'
import { staysPut } from '../form/stays-put.ts'
import { useContractForm } from '../form/use-contract-form.ts'
import styles from './Doorway.module.css'
import { Doorway } from './Doorway.tsx'
import { PasskeySignIn } from './PasskeySignIn.tsx'

// The server says no to empty fields as to any wrong ones; here they are caught before they cost a try.
const credentials = z.object({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(200) })
type Credentials = z.infer<typeof credentials>
const second = z.object({ code: z.string().trim().min(1).max(40) })

/** What is missing after the password was right. */
interface Asked {
  for: 'session.needs_code' | 'session.needs_passkey'
  given: Credentials
}

/** E-mail address, password, for some a code, and back to where one wanted to go. */
export function SignInPage() {
  const [asked, setAsked] = useState<Asked | null>(null)
  useOnward()
  return asked ? <SecondStep asked={asked} onBack={() => setAsked(null)} /> : <FirstStep onAsked={setAsked} />
}

function FirstStep({ onAsked }: { onAsked: (asked: Asked) => void }) {
  const t = useWords(signInWords)
  const { caller, session } = useClient()
  const form = useContractForm(credentials, { email: '', password: '' })
  async function enter(body: Credentials) {
    try {
      session.begin(await caller.call(signIn, { body }))
    } catch (reason) {
      const code = reason instanceof Refused ? reason.code : null
      if (code !== 'session.needs_code' && code !== 'session.needs_passkey') throw reason
      onAsked({ for: code, given: body })
    }
  }
  return (
    <Doorway title={t('title')}>
      <Form form={form} submit={t('signIn')} onSubmit={enter}>
        <TextField name="email" label={t('email')} type="email" autoComplete="username" inputMode="email" autoFocus />
        <PasswordField name="password" label={t('password')} autoComplete="current-password" />
      </Form>
      <PasskeySignIn />
      <div className={styles.help}>
        <p>
          <Anchor component={Link} to="/forgotten" {...staysPut}>
            {t('forgotten')}
          </Anchor>
        </p>
        <p>{t('noAccount')}</p>
      </div>
    </Doorway>
  )
}

function SecondStep({ asked, onBack }: { asked: Asked; onBack: () => void }) {
  const t = useWords(credentialWords)
  const words = useWords(signInWords)
  const { caller, session } = useClient()
  const form = useContractForm(second, { code: '' })
  const hasCodes = asked.for === 'session.needs_code'
  return (
    <Doorway title={t('codeTitle')} lead={t(hasCodes ? 'codeLead' : 'recoveryOnlyLead')}>
      <Form
        form={form}
        submit={words('signIn')}
        beside={
          <Button variant="subtle" color="gray" onClick={onBack} {...staysPut}>
            {t('back')}
          </Button>
        }
        onSubmit={async ({ code }) => session.begin(await caller.call(signIn, { body: { ...asked.given, code } }))}
      >
        <TextField
          name="code"
          label={t(hasCodes ? 'code' : 'recoveryCode')}
          autoComplete={hasCodes ? 'one-time-code' : 'off'}
          autoFocus
        />
      </Form>
      {!hasCodes && <PasskeySignIn />}
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
