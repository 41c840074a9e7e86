import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { listTermsNotices } from '@tsumugi/kit/contract/notices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { TermsNotice } from './TermsDialog.tsx'
import { TermsText } from './TermsText.tsx'

/** One terms notice, as it was shown; on paper nothing but the notice. */
export function NoticePage() {
  const t = useWords(termsWords)
  const { noticeId } = useParams({ strict: false })
  const notices = useAnswer(listTermsNotices, {}, { topics: ['person', 'terms_notice'] })
  const notice = notices.data?.notices.find(({ id }) => id === noticeId)
  return (
    <Page
      title={t('noticeTitle')}
      lead={notice && <Standing notice={notice} />}
      width="text"
      back={<Link to="/me/terms">{t('listTitle')}</Link>}
      action={
        notice && (
          <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        )
      }
    >
      <Answered of={notices} loading={<Loading count={8} />}>
        {() =>
          notice ? (
            <Sheet>
              <TermsText body={notice.body} />
            </Sheet>
          ) : (
            <EmptyState title={t('gone')}>{t('goneHelp')}</EmptyState>
          )
        }
      </Answered>
    </Page>
  )
}

function Standing({ notice }: { notice: TermsNotice }) {
  const t = useWords(termsWords)
  const { day } = useFormats()
  const made = t('madeOn', { version: notice.version, day: day(notice.madeAt) })
  const read = notice.confirmedAt ? t('confirmedOn', { day: day(notice.confirmedAt) }) : t('notConfirmed')
  return `${made} · ${read}`
}
