import { Button, Switch } from '@mantine/core'
import { listDeposits, matchDeposit } from '@tsumugi/kit/contract/deposits.ts'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { useAnswer, useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { NumberField, SelectField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { depositWords } from '@tsumugi/kit/words/deposits.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './Deposits.module.css'

type Deposit = AnswerOf<typeof listDeposits>['rows'][number]
const topics = ['deposit', 'deposit_import', 'advance']

/** Deposits that are booked, with what each pays; those of nobody known can be matched. */
export function BookedDeposits() {
  const t = useWords(depositWords)
  const [unmatched, setUnmatched] = useState(false)
  const [matching, setMatching] = useState<Deposit | null>(null)
  const deposits = useRows(listDeposits, { query: unmatched ? { unmatched: 'true' as const } : {} }, { topics })
  return (
    <Section
      title={t('booked')}
      aside={
        <Switch
          checked={unmatched}
          onChange={(event) => setUnmatched(event.currentTarget.checked)}
          label={t('onlyUnmatched')}
        />
      }
    >
      <AnsweredRows of={deposits}>
        {(rows) => (
          <DataTable
            caption={t('booked')}
            rows={rows}
            rowKey={({ id }) => id}
            more={deposits}
            empty={<EmptyState title={t('bookedNone')}>{t('bookedNoneHelp')}</EmptyState>}
            columns={[
              { key: 'payer', title: t('payer'), cell: ({ payer }) => payer.normalize('NFKC') },
              { key: 'day', title: t('day'), whole: true, cell: ({ paidOn }) => <Day value={paidOn} /> },
              {
                key: 'amount',
                title: t('amount'),
                align: 'end',
                cell: ({ amountYen }) => <Money yen={amountYen} strong />,
              },
              {
                key: 'client',
                title: t('client'),
                cell: (deposit) =>
                  deposit.client?.name ?? (
                    <div className={styles.acts}>
                      <StateChip tone="care" label={t('unmatched')} />
                      <Button variant="default" onClick={() => setMatching(deposit)}>
                        {t('match')}
                      </Button>
                    </div>
                  ),
              },
              { key: 'pays', title: t('pays'), cell: (deposit) => <Pays of={deposit} /> },
            ]}
          />
        )}
      </AnsweredRows>
      {matching && <MatchDialog deposit={matching} onClose={() => setMatching(null)} />}
    </Section>
  )
}

function Pays({ of: { pays, advanceYen } }: { of: Deposit }) {
  const t = useWords(depositWords)
  const { yen } = useFormats()
  return (
    <ul className={styles.pays}>
      {pays.map(({ number, amountYen }) => (
        <li key={number}>
          {number} {yen(amountYen)}
        </li>
      ))}
      {advanceYen > 0 && <li>{t('more', { yen: yen(advanceYen) })}</li>}
    </ul>
  )
}

function MatchDialog({ deposit, onClose }: { deposit: Deposit; onClose: () => void }) {
  const t = useWords(depositWords)
  const { day, yen } = useFormats()
  const toast = useToast()
  const match = useChange(matchDeposit)
  const { data } = useAnswer(listDeposits, { query: { limit: 1 } }, { topics })
  const form = useContractForm(matchDeposit.body, { clientId: '', feeYen: 0 })
  const { payer, paidOn, amountYen } = deposit
  return (
    <Dialog isOpen onClose={onClose} title={t('matchTitle')}>
      <p>{t('matchText', { payer, day: day(paidOn), yen: yen(amountYen) })}</p>
      <Form
        form={form}
        submit={t('match')}
        onSubmit={async (body) => {
          await match.mutateAsync({ params: { depositId: deposit.id }, body })
          toast.done(t('matched'))
          onClose()
        }}
      >
        <SelectField
          name="clientId"
          label={t('client')}
          data={[
            { value: '', label: '' },
            ...(data?.clients ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          data-autofocus
        />
        <NumberField name="feeYen" label={t('fee')} min={0} max={2_000} suffix=" 円" />
      </Form>
    </Dialog>
  )
}
