import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { changeMe } from '../../contract/people.ts'
import { settingsWords } from '../../words/settings.ts'
import { shell } from '../../words/shell.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { SignOutEverywhere } from '../app/AccountMenu.tsx'
import { useKeepSettings } from '../app/KeptSettings.tsx'
import { useMe } from '../app/me.ts'
import { LanguageSwitch } from '../app/Preferences.tsx'
import { Form } from '../form/Form.tsx'
import { TextField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import { Page } from '../parts/Page.tsx'
import { Section } from '../parts/Section.tsx'
import { useToast } from '../parts/use-toast.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { EaseSettings } from './EaseSettings.tsx'
import { Passkeys } from './Passkeys.tsx'
import { QuietHours } from './QuietHours.tsx'
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
  const settings = useWords(settingsWords)
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Section title={t('account')} sheet>
        <NameForm />
      </Section>
      <Section title={settings('ease')} sheet>
        <Stack align="flex-start" gap="xl">
          <LanguageSwitch variant="default" />
          <EaseSettings />
        </Stack>
      </Section>
      <Section title={settings('quiet')} sheet>
        <QuietHours />
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

const nameOnly = changeMe.body!.pick({ displayName: true }).required()

function NameForm() {
  const { displayName } = useMe()
  // What was saved elsewhere is begun from anew.
  return <NameField key={displayName} />
}

function NameField() {
  const t = useWords(signInWords)
  const { displayName } = useMe()
  const keep = useKeepSettings()
  const toast = useToast()
  const form = useContractForm(nameOnly, { displayName })
  return (
    <Form
      form={form}
      submit={t('saveName')}
      onSubmit={async (name) => {
        if (await keep(name)) toast.done(t('nameSaved'))
      }}
    >
      <TextField name="displayName" label={t('name')} description={t('displayNameHelp')} autoComplete="name" />
    </Form>
  )
}
