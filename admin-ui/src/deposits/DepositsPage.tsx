import { Link, useNavigate } from '@tanstack/react-router'
import { importDeposits, listDeposits } from '@tsumugi/kit/contract/deposits.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { FileDrop } from '@tsumugi/kit/ui/parts/FileDrop.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useUploads } from '@tsumugi/kit/ui/parts/use-uploads.ts'
import { depositWords } from '@tsumugi/kit/words/deposits.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { Ageing } from './Ageing.tsx'
import { BookedDeposits } from './BookedDeposits.tsx'

const listBytesMax = 5_000_000

/** What arrived, what is still owed, and the way in for the bank's list. */
export function DepositsPage() {
  const t = useWords(depositWords)
  return (
    <Page title={t('title')} lead={t('lead')} back={<Link to="/invoices">{t('toInvoices')}</Link>} width="wide">
      <TakeIn />
      <Ageing />
      <BookedDeposits />
    </Page>
  )
}

function TakeIn() {
  const t = useWords(depositWords)
  const { caller } = useClient()
  const navigate = useNavigate()
  const answer = useAnswer(listDeposits, { query: { limit: 1 } }, { topics: ['deposit', 'deposit_import'] })
  const uploads = useUploads(async (file, options) => {
    const { id } = await caller.upload(importDeposits, {}, file, options)
    void navigate({ to: `/deposits/${id}` })
  })
  return (
    <Section title={t('takeIn')}>
      <FileDrop
        label={t('takeInLabel')}
        kinds={['.csv', '.txt']}
        maxBytes={listBytesMax}
        uploads={uploads}
        multiple={false}
      />
      <Answered of={answer} loading={<Loading kind="rows" count={1} />}>
        {({ waiting }) =>
          waiting.length > 0 && (
            <DataTable
              caption={t('waiting')}
              rows={waiting}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/deposits/${id}`}
              columns={[
                { key: 'file', title: t('waiting'), cell: ({ fileName }) => fileName },
                {
                  key: 'at',
                  title: t('importedAt'),
                  whole: true,
                  cell: (each) => <Day value={each.importedAt} as="moment" />,
                },
                {
                  key: 'count',
                  title: t('title'),
                  align: 'end',
                  cell: ({ deposits }) => t('count', { count: deposits }),
                },
              ]}
            />
          )
        }
      </Answered>
    </Section>
  )
}
