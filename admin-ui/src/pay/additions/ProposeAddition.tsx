import { payAdditionKind, proposePayAddition, usualWithholding } from '@tsumugi/kit/contract/additions.ts'
import { listOrders } from '@tsumugi/kit/contract/orders.ts'
import { listPeople } from '@tsumugi/kit/contract/people.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { FindField } from '@tsumugi/kit/ui/form/FindField.tsx'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { DayField, NumberField, SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { additionWords } from '@tsumugi/kit/words/additions.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import type { z } from 'zod'
import styles from './PayAdditionsPage.module.css'

type Typed = z.input<NonNullable<typeof proposePayAddition.body>>

/** Who is paid what beside the tasks, and why. Somebody else approves. */
export function ProposeAddition({ month, onDone }: { month: string; onDone: () => void }) {
  const t = useWords(additionWords)
  const { yen } = useFormats()
  const toast = useToast()
  const propose = useChange(proposePayAddition)
  const form = useContractForm(proposePayAddition.body, {
    kind: 'meeting',
    doneOn: `${month}-01`,
    orderId: null,
    much: { by: 'sum' },
    withholding: 'none',
    reason: '',
  })
  const { kind, much } = useWatch({ control: form.control }) as Partial<Typed>
  useEffect(() => {
    if (kind) form.setValue('withholding', usualWithholding[kind])
    if (kind === 'hours') form.setValue('much.by', 'time')
  }, [kind, form])
  const amount = amountOf(much)
  return (
    <Form
      form={form}
      submit={amount === null ? t('proposeOnly') : t('proposeIt', { yen: yen(amount) })}
      onSubmit={async (body) => {
        await propose.mutateAsync({ body })
        toast.done(t('proposed'))
        onDone()
      }}
    >
      <FindField name="personId" label={t('person')} description={t('personHelp')} useFound={usePeople} />
      <SelectField
        name="kind"
        label={t('kind')}
        data={payAdditionKind.options.map((each) => ({ value: each, label: t(each) }))}
      />
      <TextField name="reason" label={t('reason')} description={t('reasonHelp')} maxLength={300} autoComplete="off" />
      <DayField name="doneOn" label={t('doneOn')} description={t('doneOnHelp')} />
      <HowMuch kind={kind} by={much?.by} />
      <FindField name="orderId" label={t('order')} description={t('orderHelp')} useFound={useOrders} optional />
      <SelectField
        name="withholding"
        label={t('withholding')}
        description={t('withholdingHelp')}
        data={[
          { value: 'none', label: t('none') },
          { value: 'ko1', label: t('ko1') },
        ]}
      />
    </Form>
  )
}

/** A sum, or time at a rate. */
function HowMuch({ kind, by }: { kind: Typed['kind'] | undefined; by: Typed['much']['by'] | undefined }) {
  const t = useWords(additionWords)
  return (
    <>
      <SelectField
        name="much.by"
        label={t('by')}
        disabled={kind === 'hours'}
        data={[
          { value: 'sum', label: t('bySum') },
          { value: 'time', label: t('byTime') },
        ]}
      />
      {by === 'time' ? (
        <div className={styles.pair}>
          <NumberField name="much.minutes" label={t('minutes')} allowDecimal={false} />
          <NumberField name="much.yenPerHour" label={t('yenPerHour')} allowDecimal={false} />
        </div>
      ) : (
        <NumberField
          name="much.amountYen"
          label={t('amountField')}
          description={kind === 'correction' ? t('amountHelp') : undefined}
          allowDecimal={false}
        />
      )}
    </>
  )
}

/** As the server will reckon it: time at a rate is rounded up. */
function amountOf(much: Partial<Typed['much']> | undefined): number | null {
  if (much?.by === 'sum') return much.amountYen ?? null
  if (much?.by !== 'time' || much.minutes === undefined || much.yenPerHour === undefined) return null
  return Math.ceil((much.minutes * much.yenPerHour) / 60)
}

function usePeople(search: string) {
  const found = useAnswer(listPeople, { query: { limit: 20, ...(search && { search }) } }, { keepPrevious: true })
  return (found.data?.rows ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))
}

function useOrders(search: string) {
  const found = useAnswer(listOrders, { query: { limit: 20, ...(search && { search }) } }, { keepPrevious: true })
  return (found.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))
}
