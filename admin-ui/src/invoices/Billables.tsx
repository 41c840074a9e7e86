import { Button } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { issueInvoice, listBillables } from '@tsumugi/kit/contract/invoices.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
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
import { ClientTerms } from './ClientTerms.tsx'
import { IssuerDialog } from './IssuerDialog.tsx'

type Billable = AnswerOf<typeof listBillables>['clients'][number]

/** What can be invoiced now, client by client, with a button each. */
export function Billables() {
  const t = useWords(invoiceWords)
  const billables = useAnswer(
    listBillables,
    {},
    { topics: ['invoice', 'delivery', 'order', 'client_terms', 'invoice_issuer'] },
  )
  const { can } = useMe()
  return (
    <Section title={t('toBill')} lead={t('toBillLead')} aside={can['invoice_issuer.change'] && <AboutUs />}>
      <Answered of={billables} loading={<Loading kind="rows" count={2} />}>
        {({ clients, issuerMissing }) => (
          <>
            {issuerMissing && (
              <p className={styles.missing} role="note">
                {can['invoice_issuer.change'] ? t('issuerMissing') : t('issuerMissingAsk')}
              </p>
            )}
            <DataTable
              caption={t('toBill')}
              rows={clients}
              rowKey={({ client }) => client.id}
              empty={<EmptyState title={t('toBillNone')}>{t('toBillNoneHelp')}</EmptyState>}
              columns={[
                { key: 'client', title: t('client'), cell: ({ client }) => client.name },
                {
                  key: 'closing',
                  title: t('closing'),
                  whole: true,
                  cell: (each) => <Day value={closingOf(each).closingOn} as="short" />,
                },
                {
                  key: 'due',
                  title: t('due'),
                  whole: true,
                  cell: (each) => <Day value={closingOf(each).dueOn} as="short" />,
                },
                { key: 'orders', title: t('orders'), cell: (each) => <Orders of={each} /> },
                { key: 'total', title: t('total'), align: 'end', cell: (each) => <Total of={each} /> },
                {
                  key: 'act',
                  title: t('issue'),
                  cell: (each) => (
                    <div className={styles.acts}>
                      <Issue billable={each} isReady={!issuerMissing} />
                      <ClientTerms client={each.client} variant="subtle" />
                    </div>
                  ),
                },
              ]}
            />
          </>
        )}
      </Answered>
    </Section>
  )
}

function AboutUs() {
  const t = useWords(invoiceWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {t('issuer')}
      </Button>
      {isOpen && <IssuerDialog onClose={() => setOpen(false)} />}
    </>
  )
}

/** The closing day that has passed, while something waits for it; else the one to come. */
function closingOf({ orders, closingOn, dueOn, next }: Billable) {
  return orders.length > 0 ? { closingOn, dueOn } : next
}

function Total({ of: { orders, totalYen, today } }: { of: Billable }) {
  return <Money yen={orders.length > 0 ? totalYen : today.totalYen} strong />
}

function Orders({ of: { orders, later } }: { of: Billable }) {
  const t = useWords(invoiceWords)
  const { yen } = useFormats()
  if (orders.length === 0) return <>{t('notClosed', { count: later.orders })}</>
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
  const { client, orders, later, closingOn, dueOn, totalYen, today } = billable
  const isNow = orders.length === 0
  async function bill() {
    const body = { clientId: client.id, closingOn: isNow ? todayInJapan() : closingOn }
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
        ? t('closeNowText', { count: later.orders, due: day(today.dueOn), yen: yen(today.totalYen) })
        : t('issueText', { count: orders.length, closing: day(closingOn), due: day(dueOn), yen: yen(totalYen) })}
    </ConfirmAction>
  )
}
