import { handAccounts, proposeHandEntry } from '@tsumugi/kit/contract/hand-entries.ts'
import { listOrders } from '@tsumugi/kit/contract/orders.ts'
import { day, id, line } from '@tsumugi/kit/contract/values.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { FindField } from '@tsumugi/kit/ui/form/FindField.tsx'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { DayField, NumberField, SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { handEntryWords } from '@tsumugi/kit/words/hand-entries.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { todayInJapan } from '../orders/japan-days.ts'
import styles from './HandEntriesPage.module.css'
import { useAccountName } from './ledger.ts'

/** One amount from one account to another; what the contract takes as lines. */
const typed = z.object({
  bookedOn: day,
  reason: line(300).min(1),
  debit: z.enum(handAccounts),
  credit: z.enum(handAccounts),
  amountYen: z.int().min(1).max(1_000_000_000),
  orderId: id.nullable(),
})
const ofOrders: readonly string[] = ['worker_pay', 'review_pay', 'discount']

/** An entry of one debit and one credit, with its reason. Somebody else approves. */
export function ProposeHandEntry({ onDone }: { onDone: () => void }) {
  const t = useWords(handEntryWords)
  const { yen } = useFormats()
  const toast = useToast()
  const accountName = useAccountName()
  const propose = useChange(proposeHandEntry)
  const form = useContractForm(typed, {
    bookedOn: todayInJapan(),
    reason: '',
    debit: 'bank_fee',
    credit: 'bank',
    orderId: null,
  })
  const { amountYen } = useWatch({ control: form.control }) as { amountYen?: number }
  const accounts = handAccounts.map((value) => ({ value, label: accountName(value) }))
  return (
    <Form
      form={form}
      submit={amountYen ? t('proposeIt', { yen: yen(amountYen) }) : t('proposeOnly')}
      onSubmit={async ({ bookedOn, reason, debit, credit, orderId, ...of }) => {
        const line = (account: typeof debit, yenOfLine: number) => ({
          ...{ account, amountYen: yenOfLine, orderId: ofOrders.includes(account) ? orderId : null },
        })
        const lines = [line(debit, of.amountYen), line(credit, -of.amountYen)]
        await propose.mutateAsync({ body: { bookedOn, reason, lines } })
        toast.done(t('proposed'))
        onDone()
      }}
    >
      <p className={styles.note}>{t('otherWays')}</p>
      <TextField name="reason" label={t('reason')} description={t('reasonHelp')} maxLength={300} autoComplete="off" />
      <DayField name="bookedOn" label={t('bookedOn')} description={t('bookedOnHelp')} />
      <div className={styles.pair}>
        <SelectField name="debit" label={t('debit')} data={accounts} />
        <SelectField name="credit" label={t('credit')} data={accounts} />
      </div>
      <NumberField name="amountYen" label={t('amountField')} allowDecimal={false} />
      <FindField name="orderId" label={t('order')} description={t('orderHelp')} useFound={useOrders} optional />
    </Form>
  )
}

function useOrders(search: string) {
  const found = useAnswer(listOrders, { query: { limit: 20, ...(search && { search }) } }, { keepPrevious: true })
  return (found.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))
}
