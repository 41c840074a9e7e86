import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { askTermsPaper, downloadTermsNotice, openTermsNotice } from '@tsumugi/kit/contract/notices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { SaveFile } from '@tsumugi/kit/ui/parts/SaveFile.tsx'
import { Section, Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './NoticePage.module.css'
import { NoticeStanding } from './NoticeStanding.tsx'
import type { TermsNotice } from './TermsDialog.tsx'
import { TermsText } from './TermsText.tsx'

/** One terms notice, as it was shown; on paper nothing but the notice. */
export function NoticePage() {
  const t = useWords(termsWords)
  const { noticeId = '' } = useParams({ strict: false }) as { noticeId?: string }
  const params = { noticeId }
  const notice = useAnswer(openTermsNotice, { params }, { topics: ['person', 'terms_notice', 'terms_paper'] })
  return (
    <Page
      title={t('noticeTitle')}
      lead={notice.data && <NoticeStanding notice={notice.data} />}
      width="text"
      back={<Link to="/me/terms">{t('listTitle')}</Link>}
      action={
        notice.data && (
          <div className={styles.ways}>
            <SaveFile label={t('pdf')} endpoint={downloadTermsNotice} request={{ params }} />
            <Button
              variant="default"
              leftSection={<IconPrinter size={20} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('print')}
            </Button>
          </div>
        )
      }
    >
      <Answered of={notice} loading={<Loading count={8} />}>
        {(shown) => (
          <>
            <Sheet>
              <TermsText body={shown.body} />
            </Sheet>
            <Paper notice={shown} />
          </>
        )}
      </Answered>
    </Page>
  )
}

/** A notice on paper, which the office prints: asked for, on its way, given. */
function Paper({ notice }: { notice: TermsNotice }) {
  const t = useWords(termsWords)
  const ask = useChange(askTermsPaper)
  return (
    <div className={styles.paper}>
      <Section title={t('paperTitle')}>
        <p>
          {notice.paper === 'asked' ? t('paperAsked') : notice.paper === 'given' ? t('paperGiven') : t('paperLead')}
        </p>
        {notice.paper !== 'asked' && (
          <ConfirmAction
            label={notice.paper === 'given' ? t('paperAgain') : t('paperAsk')}
            variant="default"
            title={t('paperQuestion')}
            confirmLabel={t('paperAsk')}
            onConfirm={() => ask.mutateAsync({ params: { noticeId: notice.id } })}
          >
            {t('paperWhat')}
          </ConfirmAction>
        )}
      </Section>
    </div>
  )
}
