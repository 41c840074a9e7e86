import { Link } from '@tanstack/react-router'
import { listTermsNotices } from '@tsumugi/kit/contract/notices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { navWords } from '@tsumugi/kit/words/nav.ts'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** Every terms notice made for the person reading, newest first; each opens to be read and printed. */
export function TermsPage() {
  const t = useWords(termsWords)
  const nav = useWords(navWords)
  const notices = useAnswer(listTermsNotices, {}, { topics: ['person', 'terms_notice'] })
  return (
    <Page title={t('listTitle')} lead={t('listLead')} back={<Link to="/me">{nav('me')}</Link>}>
      <Answered of={notices} loading={<Loading kind="rows" />}>
        {(data) => (
          <DataTable
            caption={t('listTitle')}
            rows={data.notices}
            rowKey={(notice) => notice.id}
            rowHref={(notice) => `/me/terms/${notice.id}`}
            empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
            columns={[
              { key: 'title', title: t('order'), cell: (notice) => notice.body.title },
              { key: 'version', title: t('edition'), cell: (notice) => t('version', { version: notice.version }) },
              { key: 'made', title: t('madeAt'), cell: (notice) => <Day value={notice.madeAt} /> },
              {
                key: 'confirmed',
                title: t('reading'),
                cell: (notice) =>
                  notice.confirmedAt ? (
                    <StateChip tone="good" label={t('confirmed')} />
                  ) : (
                    <StateChip tone="quiet" label={t('notConfirmed')} />
                  ),
              },
            ]}
          />
        )}
      </Answered>
    </Page>
  )
}
