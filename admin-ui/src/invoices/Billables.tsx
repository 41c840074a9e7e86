import { Button } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { issueInvoice, listBillables } from '@tsumugi/kit/contract/invoices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { todayInJapan } from '../orders/japan-days.ts'
import styles from './Billables.module.css'
import { IssuerDialog } from './IssuerDialog.tsx'
import { TermsDialog } from './TermsDialog.tsx'

type Billable = AnswerOf<typeof listBillables>['clients'][number]

/** What can be invoiced now, client by client, with a button each. */
export function Billables() {
  const t = useWords(invoiceWords)
  const billables = useAnswer(
    listBillables,
    {},
    { topics: ['invoice', 'delivery', 'order', 'client_terms', 'invoice_issuer'] },
  )
  const [isIssuerOpen, setIssuerOpen] = useState(false)
  const [termsOf, setTermsOf] = useState<Billable['client'] | null>(null)
  return (
    <Section
      title={t('toBill')}
      lead={t('toBillLead')}
      aside={
        <Button variant="subtle" onClick={() => setIssuerOpen(true)}>
          {t('issuer')}
        </Button>
      }
    >
      <Answered of={billables} loading={<Loading kind="rows" count={2} />}>
        {({ clients, issuerMissing }) => (
          <>
            {issuerMissing && (
              <p className={styles.missing} role="note">
                {t('issuerMissing')}
              </p>
            )}
            <DataTable
              caption={t('toBill')}
              rows={clients}
              rowKey={({ client }) => client.id}
              empty={<EmptyState title={t('toBillNone')}>{t('toBillNoneHelp')}</EmptyState>}
              columns={[
                { key: 'client', title: t('client'), cell: ({ client }) => client.name },
                { key: 'closing', title: t('closing'), whole: true, cell: (each) => <Day value={each.closingOn} /> },
                { key: 'due', title: t('due'), whole: true, cell: ({ dueOn }) => <Day value={dueOn} /> },
                { key: 'orders', title: t('orders'), cell: (each) => <Orders of={each} /> },
                { key: 'total', title: t('total'), align: 'end', cell: (each) => <Money yen={each.totalYen} strong /> },
                {
                  key: 'act',
                  title: t('issue'),
                  cell: (each) => (
                    <div className={styles.acts}>
                      <Issue billable={each} isReady={!issuerMissing} />
                      <Button variant="subtle" onClick={() => setTermsOf(each.client)}>
                        {t('terms')}
                      </Button>
                    </div>
                  ),
                },
              ]}
            />
          </>
        )}
      </Answered>
      {isIssuerOpen && <IssuerDialog onClose={() => setIssuerOpen(false)} />}
      {termsOf && <TermsDialog client={termsOf} onClose={() => setTermsOf(null)} />}
    </Section>
  )
}

function Orders({ of: { orders, later } }: { of: Billable }) {
  const t = useWords(invoiceWords)
  const { yen } = useFormats()
  return (
    <>
      {t('orderCount', { count: orders.length })}
      {later.orders > 0 && (
        <small className={styles.later}>{t('later', { count: later.orders, yen: yen(later.netYen) })}</small>
      )}
    </>
  )
}

function Issue({ billable, isReady }: { billable: Billable; isReady: boolean }) {
  const t = useWords(invoiceWords)
  const { day, yen } = useFormats()
  const toast = useToast()
  const issue = useChange(issueInvoice)
  const { client, orders, later, closingOn, dueOn, totalYen } = billable
  const isNow = orders.length === 0
  async function bill() {
    const today = todayInJapan()
    const body = { clientId: client.id, closingOn: isNow ? today : closingOn }
    const { number } = await issue.mutateAsync({ body })
    toast.done(t('issued', { number }))
  }
  return (
    <ConfirmAction
      variant="default"
      label={isNow ? t('closeNow') : t('issue')}
      title={t('issueTitle', { client: client.name })}
      confirmLabel={t('issueConfirm')}
      disabled={!isReady}
      onConfirm={bill}
    >
      {isNow
        ? t('closeNowText', { count: later.orders })
        : t('issueText', { count: orders.length, closing: day(closingOn), due: day(dueOn), yen: yen(totalYen) })}
    </ConfirmAction>
  )
}
