import { Button } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
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
