import { Button, SegmentedControl } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { shell } from '../../words/shell.ts'
import { useWords } from '../../words/use-words.ts'
import { usePreferences } from './use-preferences.ts'

/** The one switch between the two languages: it says, in the other language, what it changes to. */
export function LanguageSwitch({ variant = 'subtle' }: { variant?: 'subtle' | 'default' }) {
  const { language, setLanguage } = usePreferences()
  const other = language === 'ja' ? 'en' : 'ja'
  return (
    <Button
      variant={variant}
      color="gray"
      lang={other}
      leftSection={<IconLanguage size={20} aria-hidden />}
      onClick={() => setLanguage(other)}
    >
      {other === 'en' ? 'English' : '日本語'}
    </Button>
  )
}

/** Light, dark, or as the device has it. */
export function SchemeSwitch() {
  const t = useWords(shell)
  const { scheme, setScheme } = usePreferences()
  return (
    <SegmentedControl
      aria-label={t('scheme')}
      value={scheme}
      onChange={setScheme}
      data={[
        { value: 'auto', label: t('schemeAuto') },
        { value: 'light', label: t('schemeLight') },
        { value: 'dark', label: t('schemeDark') },
      ]}
    />
  )
}
