import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { SettingsSections } from '@tsumugi/kit/ui/sign-in/SettingsPage.tsx'
import { bankWords } from '@tsumugi/kit/words/bank.ts'
import { meWords } from '@tsumugi/kit/words/me.ts'
import { navWords } from '@tsumugi/kit/words/nav.ts'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { taxProfileWords } from '@tsumugi/kit/words/tax-profile.ts'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { BankAccount } from './BankAccount.tsx'
import styles from './MePage.module.css'
import { TaxProfile } from './TaxProfile.tsx'

/** Where one belongs, one's documents and one's own settings. */
export function MePage() {
  const t = useWords(meWords)
  const nav = useWords(navWords)
  const terms = useWords(termsWords)
  const bank = useWords(bankWords)
  const tax = useWords(taxProfileWords)
  const me = useMe()
  return (
    <Page title={nav('me')} lead={me.displayName} width="text">
      <Section title={t('places')} sheet>
        <Places />
      </Section>
      {me.can['bank_account.change'] && (
        <Section title={bank('title')} sheet>
          <BankAccount />
        </Section>
      )}
      {me.can['tax_profile.enter'] && (
        <Section title={tax('title')} sheet>
          <TaxProfile />
        </Section>
      )}
      {me.can['terms_notice.list'] && (
        <Section title={t('documents')} sheet>
          <p className={styles.text}>{terms('listLead')}</p>
          <Button component={Link} to="/me/terms" variant="default">
            {terms('listTitle')}
          </Button>
        </Section>
      )}
      <SettingsSections />
    </Page>
  )
}

/** Each team, organisation or order one belongs to, with the roles held there. */
function Places() {
  const roles = useWords(peopleWords)
  const t = useWords(meWords)
  const { memberships } = useMe()
  const places = new Map<string, string[]>()
  for (const { role, team, organisation, order } of memberships) {
    const place = (team ?? organisation ?? order)?.name ?? t('everywhere')
    places.set(place, [...(places.get(place) ?? []), roles(role)])
  }
  return (
    <dl className={styles.places}>
      {[...places].map(([place, held]) => (
        <div key={place} className={styles.place}>
          <dt>{place}</dt>
          <dd>{held.join(' · ')}</dd>
        </div>
      ))}
    </dl>
  )
}
