import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { openTermsLink } from '@tsumugi/kit/contract/notices.ts'
import { Mark } from '@tsumugi/kit/ui/app/Mark.tsx'
import { LanguageSwitch } from '@tsumugi/kit/ui/app/Preferences.tsx'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { common } from '@tsumugi/kit/words/common.ts'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { NoticeStanding } from './NoticeStanding.tsx'
import styles from './TermsLinkPage.module.css'
import { TermsText } from './TermsText.tsx'

/** Where the link in a mail leads: one notice, read without signing in. */
export function TermsLinkPage() {
  const t = useWords(termsWords)
  const words = useWords(common)
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const notice = useAnswer(openTermsLink, { params: { token } })
  return (
    <div className={styles.place}>
      <header className={styles.head}>
        <Link to="/" className={styles.mark}>
          <Mark size={32} />
          {words('productName')}
        </Link>
        <LanguageSwitch />
      </header>
      <main>
        <Page
          title={t('noticeTitle')}
          lead={notice.data && <NoticeStanding notice={notice.data} />}
          width="text"
          action={
            notice.data && (
              <Button
                component="a"
                href={`/api/terms-links/${token}/pdf`}
                variant="default"
                leftSection={<IconDownload size={20} aria-hidden />}
              >
                {t('pdf')}
              </Button>
            )
          }
        >
          <Answered of={notice} loading={<Loading count={8} />}>
            {({ body }) => (
              <Sheet>
                <TermsText body={body} />
              </Sheet>
            )}
          </Answered>
        </Page>
      </main>
    </div>
  )
}
