import { Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import {
  downloadTermsNotice,
  giveTermsPaper,
  type listOrderTerms,
  sendTermsNotice,
} from '@tsumugi/kit/contract/notices.ts'
import type { RowOf } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { SaveFile } from '@tsumugi/kit/ui/parts/SaveFile.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { sentTermsWords } from '@tsumugi/kit/words/terms.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

export type SentNotice = RowOf<typeof listOrderTerms>

interface SentNoticesProps {
  caption: string
  rows: readonly SentNotice[]
  /** Notices of several orders: each says which. */
  withOrder?: boolean
  more?: { hasMore: boolean; isLoadingMore: boolean; more: () => void }
}

/** Terms notices with what became of each: sent, opened, confirmed, on paper. */
export function SentNotices({ caption, rows, withOrder = false, more }: SentNoticesProps) {
  const t = useWords(sentTermsWords)
  const readings = (['opened', 'confirmed'] as const).map((reading) => ({
    key: reading,
    title: t(reading),
    whole: true,
    cell: (notice: SentNotice) => {
      const at = notice[`${reading}At`]
      return at ? <Day value={at} as="moment" /> : t('notOpened')
    },
  }))
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(notice) => notice.id}
      {...(more && { more })}
      empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
      columns={[
        { key: 'person', title: t('person'), cell: (notice) => notice.person.name },
        ...(withOrder
          ? [
              {
                key: 'order',
                title: t('order'),
                cell: ({ order }: SentNotice) => <Link to={`/orders/${order.id}`}>{order.title}</Link>,
              },
            ]
          : []),
        { key: 'version', title: t('version'), whole: true, cell: ({ version }) => t('versionOf', { version }) },
        { key: 'sent', title: t('sent'), whole: true, cell: (notice) => <Mailed notice={notice} /> },
        ...(withOrder ? [] : readings),
        {
          key: 'paper',
          title: t('paper'),
          whole: true,
          cell: ({ paper }) =>
            paper ? <StateChip tone={paper === 'asked' ? 'care' : 'good'} label={t(paper)} /> : t('notAsked'),
        },
        { key: 'do', title: t('do'), whole: true, cell: (notice) => <Ways notice={notice} /> },
      ]}
    />
  )
}

function Mailed({ notice: { mails } }: { notice: SentNotice }) {
  const t = useWords(sentTermsWords)
  const { moment } = useFormats()
  const [last] = mails
  if (!last) return <StateChip tone="quiet" label={t('noMail')} />
  if (last.state === 'waiting') return <StateChip tone="info" label={t('waiting')} />
  if (last.state === 'failed') return <StateChip tone="bad" label={t('failed')} />
  return <StateChip tone="good" label={t('sentOn', { moment: moment(last.sentAt ?? last.madeAt) })} />
}

function Ways({ notice }: { notice: SentNotice }) {
  const t = useWords(sentTermsWords)
  const send = useChange(sendTermsNotice)
  const give = useChange(giveTermsPaper)
  const { name } = notice.person
  const params = { noticeId: notice.id }
  return (
    <Group gap="xs" wrap="nowrap">
      <SaveFile
        label={t('pdf')}
        spoken={t('pdfOf', { name, version: notice.version })}
        endpoint={downloadTermsNotice}
        request={{ params }}
      />
      {notice.can.givePaper && (
        <ConfirmAction
          label={t('givePaper')}
          variant="default"
          title={t('givePaperQuestion', { name })}
          confirmLabel={t('givePaper')}
          onConfirm={() => give.mutateAsync({ params })}
        >
          {t('givePaperWhat')}
        </ConfirmAction>
      )}
      {notice.can.send && notice.mails[0]?.state === 'failed' && (
        <ConfirmAction
          label={t('send')}
          variant="default"
          title={t('sendQuestion', { name })}
          confirmLabel={t('send')}
          onConfirm={() => send.mutateAsync({ params })}
        >
          {t('sendWhat')}
        </ConfirmAction>
      )}
    </Group>
  )
}
