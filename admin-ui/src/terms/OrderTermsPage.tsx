import { Link, useParams } from '@tanstack/react-router'
import { listOrderTerms } from '@tsumugi/kit/contract/notices.ts'
import { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { useAnswer, useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { sentTermsWords } from '@tsumugi/kit/words/terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { OpenTerms } from './OpenTerms.tsx'
import { SentNotices } from './SentNotices.tsx'

/** Every terms notice of an order, and whether it reached the person. */
export function OrderTermsPage() {
  const t = useWords(sentTermsWords)
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string }
  const order = useAnswer(getOrder, { params: { orderId } })
  const notices = useRows(
    listOrderTerms,
    { params: { orderId } },
    { topics: [`order:${orderId}`, 'terms_notice', 'terms_paper', 'mail'] },
  )
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={<Link to={`/orders/${orderId}`}>{order.data?.title ?? ''}</Link>}
      width="wide"
    >
      <OpenTerms orderId={orderId} />
      <AnsweredRows of={notices}>
        {(rows) => <SentNotices caption={t('title')} rows={rows} more={notices} />}
      </AnsweredRows>
    </Page>
  )
}
