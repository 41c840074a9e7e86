import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { changeMe } from '../../contract/people.ts'
import { shell } from '../../words/shell.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { SignOutEverywhere } from '../app/AccountMenu.tsx'
import { useMe } from '../app/me.ts'
import { LanguageSwitch, SchemeSwitch } from '../app/Preferences.tsx'
import { useChange } from '../client/use-change.ts'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import { Page } from '../parts/Page.tsx'
import { Section } from '../parts/Section.tsx'
import { useToast } from '../parts/use-toast.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { Passkeys } from './Passkeys.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { Sessions } from './Sessions.tsx'

/** What everybody can set for themselves: name, language, colours, and the way out of every device. */
export function SettingsPage() {
  const t = useWords(signInWords)
  return (
    <Page title={t('settings')} lead={t('settingsLead')} width="text">
      <SettingsSections />
    </Page>
  )
}

/** The sections of `SettingsPage`, for a page that has more to show. */
export function SettingsSections() {
  const t = useWords(signInWords)
  const words = useWords(shell)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Section title={t('account')} sheet>
        <NameForm />
      </Section>
      <Section title={t('appearance')} sheet>
        <Stack align="flex-start">
          <LanguageSwitch variant="default" />
          <SchemeSwitch />
        </Stack>
      </Section>
      <Section title={t('methods')} sheet>
        <Stack align="flex-start" gap="lg">
          <ChangePassword />
          <SecondFactor />
          <Passkeys />
        </Stack>
      </Section>
      <Section title={t('security')} sheet>
        <Text mb="md">{t('securityText')}</Text>
        <Sessions />
        <Button variant="default" onClick={() => setAsking(true)}>
          {words('signOutEverywhere')}
        </Button>
        <SignOutEverywhere isAsking={isAsking} onClose={() => setAsking(false)} />
      </Section>
    </>
  )
}

function NameForm() {
  const t = useWords(signInWords)
  const me = useMe()
  const toast = useToast()
  const form = useContractForm(changeMe.body, { displayName: me.displayName })
  const change = useChange(changeMe, { onDone: () => toast.done(t('nameSaved')) })
  return (
    <Form form={form} submit={t('saveName')} onSubmit={(body) => change.mutateAsync({ body })}>
      <TextField name="displayName" label={t('name')} description={t('displayNameHelp')} autoComplete="name" />
    </Form>
  )
}
