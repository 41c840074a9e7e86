import { NativeSelect } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { confirmDepositImport, discardDepositImport, getDepositImport } from '@tsumugi/kit/contract/deposits.ts'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { depositWords } from '@tsumugi/kit/words/deposits.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './Deposits.module.css'

type DepositImport = AnswerOf<typeof getDepositImport>
type Line = DepositImport['deposits'][number]

/** A bank's list before it is booked: whose each deposit seems to be, to be changed where it is wrong, and one confirmation. */
export function DepositImportPage() {
  const t = useWords(depositWords)
  const { importId = '' } = useParams({ strict: false })
  const answer = useAnswer(getDepositImport, { params: { importId } }, { topics: ['deposit_import'] })
  const data = answer.data
  /** Chosen by hand, by deposit; '' is nobody. */
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  return (
    <Page
      title={data ? t('previewTitle', { name: data.fileName }) : t('title')}
      lead={data && [t('previewLead'), ...(data.known > 0 ? [t('known', { count: data.known })] : [])].join(' ')}
      back={<Link to="/deposits">{t('toDeposits')}</Link>}
      action={data?.can.confirm && <Acts of={data} chosen={chosen} />}
      width="wide"
    >
      <Answered of={answer} loading={<Loading kind="rows" count={6} />}>
        {(loaded) => (
          <DataTable
            caption={t('previewTitle', { name: loaded.fileName })}
            rows={loaded.deposits}
            rowKey={({ id }) => id}
            columns={[
              { key: 'payer', title: t('payer'), cell: ({ payer }) => payer.normalize('NFKC') },
              { key: 'day', title: t('day'), whole: true, cell: ({ paidOn }) => <Day value={paidOn} as="short" /> },
              {
                key: 'amount',
                title: t('amount'),
                align: 'end',
                cell: ({ amountYen }) => <Money yen={amountYen} strong />,
              },
              {
                key: 'client',
                title: t('client'),
                cell: (line) =>
                  loaded.can.confirm ? (
                    <NativeSelect
                      className={styles.whose}
                      aria-label={`${t('client')} ${line.payer}`}
                      value={clientIdOf(line, chosen)}
                      onChange={(event) => setChosen({ ...chosen, [line.id]: event.currentTarget.value })}
                      data={[
                        { value: '', label: t('nobody') },
                        ...loaded.clients.map(({ id, name }) => ({ value: id, label: name })),
                      ]}
                    />
                  ) : (
                    (line.matched?.name ?? t('unmatched'))
                  ),
              },
              ...(loaded.can.confirm
                ? [{ key: 'why', title: t('proposal'), cell: (line: Line) => <Why line={line} chosen={chosen} /> }]
                : []),
            ]}
          />
        )}
      </Answered>
    </Page>
  )
}

function clientIdOf(line: Line, chosen: Readonly<Record<string, string>>): string {
  return chosen[line.id] ?? line.proposal.client?.id ?? ''
}

/** Why this client is proposed and what the deposit would pay; nothing more once somebody else is chosen. */
function Why({ line, chosen }: { line: Line; chosen: Readonly<Record<string, string>> }) {
  const t = useWords(depositWords)
  const { yen } = useFormats()
  const { by, client, feeYen, pays, advanceYen } = line.proposal
  if (clientIdOf(line, chosen) !== (client?.id ?? '')) return null
  return (
    <>
      {by === 'amount' ? t('amountOnly') : t(by, { fee: yen(feeYen) })}
      <ul className={styles.pays}>
        {pays.map(({ number, restYen }) => (
          <li key={number}>{restYen === 0 ? t('full', { number }) : t('part', { number, rest: yen(restYen) })}</li>
        ))}
        {advanceYen > 0 && <li>{t('more', { yen: yen(advanceYen) })}</li>}
      </ul>
    </>
  )
}

function Acts({ of: data, chosen }: { of: DepositImport; chosen: Readonly<Record<string, string>> }) {
  const t = useWords(depositWords)
  const { yen } = useFormats()
  const navigate = useNavigate()
  const confirm = useChange(confirmDepositImport)
  const discard = useChange(discardDepositImport)
  const params = { importId: data.id }
  const matches = data.deposits.flatMap((line) => {
    const clientId = clientIdOf(line, chosen)
    const feeYen = clientId === line.proposal.client?.id ? line.proposal.feeYen : 0
    return clientId === '' ? [] : [{ depositId: line.id, clientId, feeYen }]
  })
  const what = {
    count: data.deposits.length,
    yen: yen(data.deposits.reduce((sum, { amountYen }) => sum + amountYen, 0)),
    unmatched: data.deposits.length - matches.length,
  }
  return (
    <div className={styles.acts}>
      <ConfirmAction
        label={t('confirm', what)}
        title={t('confirmTitle')}
        confirmLabel={t('confirmNow')}
        onConfirm={async () => {
          await confirm.mutateAsync({ params, body: { matches } })
          void navigate({ to: '/deposits' })
        }}
      >
        {t('confirmText', what)}
      </ConfirmAction>
      <ConfirmAction
        variant="subtle"
        label={t('discard')}
        title={t('discardTitle')}
        confirmLabel={t('discard')}
        onConfirm={async () => {
          await discard.mutateAsync({ params })
          void navigate({ to: '/deposits' })
        }}
      >
        {t('discardText')}
      </ConfirmAction>
    </div>
  )
}
