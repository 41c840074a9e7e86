import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { SettingsSections } from '@tsumugi/kit/ui/sign-in/SettingsPage.tsx'
import { navWords } from '@tsumugi/kit/words/nav.ts'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** One's own settings and documents. */
export function MePage() {
  const t = useWords(termsWords)
  const nav = useWords(navWords)
  const me = useMe()
  return (
    <Page title={nav('me')} width="text">
      <SettingsSections />
      {me.can['terms_notice.list'] && (
        <Section title={t('listTitle')} lead={t('listLead')}>
          <Button component={Link} to="/me/terms" variant="default">
            {t('listTitle')}
          </Button>
        </Section>
      )}
    </Page>
  )
}
