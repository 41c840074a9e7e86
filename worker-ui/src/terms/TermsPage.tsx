import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { listTermsNotices } from '@tsumugi/kit/contract/notices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { navWords } from '@tsumugi/kit/words/nav.ts'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { TermsText } from './TermsText.tsx'

/** Every terms notice made for the person reading, to read again and to print. */
export function TermsPage() {
  const t = useWords(termsWords)
  const nav = useWords(navWords)
  const { day } = useFormats()
  const notices = useAnswer(listTermsNotices, {}, { topics: ['person', 'terms_notice'] })
  return (
    <Page
      title={t('listTitle')}
      lead={t('listLead')}
      width="text"
      back={<Link to="/me">{nav('me')}</Link>}
      action={
        <Button variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <Answered of={notices}>
        {(data) =>
          data.notices.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
          ) : (
            data.notices.map((notice) => (
              <Section
                key={notice.id}
                title={notice.body.title}
                lead={notice.confirmedAt ? t('confirmedOn', { day: day(notice.confirmedAt) }) : t('notConfirmed')}
                aside={t('version', { version: notice.version, day: day(notice.madeAt) })}
                sheet
              >
                <TermsText body={notice.body} />
              </Section>
            ))
          )
        }
      </Answered>
    </Page>
  )
}
