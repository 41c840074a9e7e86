import { Button } from '@mantine/core'
import { listMails } from '@tsumugi/kit/contract/mails.ts'
import { type RowOf, useAnswer, useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { mailWords } from '@tsumugi/kit/words/mails.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { MailDialog } from './MailDialog.tsx'

type Mail = RowOf<typeof listMails>
const tones = { waiting: 'info', sent: 'good', failed: 'bad' } as const

/** The outbox: what waits, what went out and what did not; without a mail server, what to pass on by hand. */
export function MailsPage() {
  const t = useWords(mailWords)
  const mails = useRows(listMails, {}, { topics: ['mail'] })
  const newest = useAnswer(listMails, { query: { limit: 1 } })
  const [opened, setOpened] = useState<Mail | null>(null)
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      {newest.data?.isSending === false && (
        <Section title={t('byHandTitle')} sheet>
          {t('byHand')}
        </Section>
      )}
      <AnsweredRows of={mails}>
        {(rows) => (
          <DataTable
            caption={t('title')}
            rows={rows}
            rowKey={(mail) => mail.id}
            more={mails}
            empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
            columns={[
              { key: 'to', title: t('to'), cell: (mail) => mail.toAddress },
              { key: 'subject', title: t('subject'), cell: (mail) => mail.subject },
              {
                key: 'state',
                title: t('state'),
                whole: true,
                cell: ({ state }) => <StateChip tone={tones[state]} label={t(state)} />,
              },
              { key: 'made', title: t('made'), whole: true, cell: (mail) => <Day value={mail.madeAt} as="moment" /> },
              { key: 'failure', title: t('failure'), cell: (mail) => mail.failure },
              {
                key: 'open',
                title: t('open'),
                whole: true,
                cell: (mail) =>
                  mail.can.read && (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('openOf', { to: mail.toAddress })}
                      onClick={() => setOpened(mail)}
                    >
                      {t('open')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </AnsweredRows>
      {opened && <MailDialog mail={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
