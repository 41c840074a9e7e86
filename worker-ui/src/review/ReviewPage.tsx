import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useUntil } from '../work/use-until.ts'
import { historyText } from './history-text.ts'
import styles from './ReviewPage.module.css'
import { nextIn, useQueue, type Waiting } from './use-queue.ts'

/** What waits for this director, the most urgent on top; it moves by itself as others submit and decide. */
export function ReviewPage() {
  const t = useWords(reviewWords)
  const { yen, day } = useFormats()
  const until = useUntil()
  const queue = useQueue()
  const next = nextIn(queue.data?.waiting ?? [])
  const count = queue.data?.waiting.length ?? 0
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      meta={queue.data && count > 0 && <span className={styles.count}>{t('waitingCount', { count })}</span>}
      action={
        next && (
          <Button component={Link} to={`/review/${next.assignmentId}`}>
            {t('next', { order: next.order.title, number: next.number })}
          </Button>
        )
      }
      width="wide"
    >
      <Answered of={queue} loading={<Loading kind="rows" />}>
        {({ waiting }) => (
          <DataTable
            caption={t('title')}
            rows={waiting}
            rowKey={(row) => row.submissionId}
            rowHref={(row) => `/review/${row.assignmentId}`}
            empty={<EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState>}
            columns={[
              { key: 'submission', title: t('submission'), cell: (row) => <Named row={row} /> },
              {
                key: 'due',
                title: t('due'),
                cell: (row) => row.order.dueOn && <span className={styles.one}>{day(row.order.dueOn, 'short')}</span>,
              },
              { key: 'author', title: t('author'), cell: (row) => <Author row={row} /> },
              {
                key: 'submitted',
                title: t('submittedAt'),
                whole: true,
                cell: (row) => until(row.submittedAt),
              },
              {
                key: 'amount',
                title: t('amount'),
                cell: (row) => (
                  <span className={styles.one}>{t('amountOf', { count: row.units, yen: yen(row.feeYen) })}</span>
                ),
              },
              { key: 'state', title: t('state'), cell: (row) => <RowState row={row} /> },
            ]}
          />
        )}
      </Answered>
    </Page>
  )
}

function Named({ row }: { row: Waiting }) {
  const t = useWords(reviewWords)
  return (
    <span className={styles.named}>
      {row.thumbnailUrl ? (
        <img src={row.thumbnailUrl} alt="" width={72} height={54} className={styles.thumbnail} loading="lazy" />
      ) : (
        <span className={styles.thumbnail} />
      )}
      <span className={styles.author}>
        <span>{row.order.title}</span>
        <span className={styles.task}>
          {t('task', { number: row.number })}
          {row.revision > 1 && <span className={styles.revision}>{t('revision', { revision: row.revision })}</span>}
        </span>
      </span>
    </span>
  )
}

function Author({ row }: { row: Waiting }) {
  const t = useWords(reviewWords)
  return (
    <span className={styles.author}>
      <span>{row.author.name}</span>
      <span className={styles.soft}>{historyText(t, row)}</span>
    </span>
  )
}

function RowState({ row }: { row: Waiting }) {
  const t = useWords(reviewWords)
  if (row.reviewing !== null) {
    return (
      <span className={styles.state}>
        <StateChip tone="now" label={t('inReview')} />
        <span className={styles.soft}>{t('reviewing', { name: row.reviewing })}</span>
      </span>
    )
  }
  if (row.can.start) return <StateChip tone="info" label={t('free')} />
  return (
    <span className={styles.state}>
      <StateChip tone="quiet" label={t('ownWork')} />
      <span className={styles.soft}>{t('ownWorkWhy')}</span>
    </span>
  )
}
