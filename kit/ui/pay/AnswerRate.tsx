import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PayKind } from '../../contract/pay-kind.ts'
import { explainRate, liftRate, raiseRate } from '../../contract/rates.ts'
import { rateWords } from '../../words/rates.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { useChange } from '../client/use-change.ts'
import { Form } from '../form/Form.tsx'
import { NumberField, TextField } from '../form/fields.tsx'
import { useContractForm } from '../form/use-contract-form.ts'
import { ConfirmAction } from '../parts/ConfirmAction.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useToast } from '../parts/use-toast.tsx'
import styles from './RatesPage.module.css'
import type { Rate } from './rate.ts'

/** What was answered to a low rate, and the three ways to answer one. */
export function AnswerRate({ rate, month }: { rate: Rate; month: string }) {
  const t = useWords(rateWords)
  const { yen } = useFormats()
  const explain = useChange(explainRate)
  const lift = useChange(liftRate)
  const { person, order, explanation, waitingYen, missingYen, can } = rate
  const request = (reason: string) => ({
    body: { month, personId: person.id, orderId: order?.id ?? null, reason },
  })
  const more = yen(missingYen - waitingYen)
  return (
    <span className={styles.answers}>
      {explanation && <span>{t('explained', { reason: explanation.reason, name: explanation.by.name })}</span>}
      {waitingYen > 0 && <span>{t('waiting', { yen: yen(waitingYen) })}</span>}
      {can.raise && <RaiseRate rate={rate} />}
      {can.lift && (
        <ConfirmAction
          variant="default"
          label={t('lift')}
          title={t('liftTitle', { name: person.name, yen: more })}
          confirmLabel={t('liftIt', { yen: more })}
          withReason
          firstReason={t('liftReason')}
          onConfirm={(reason) => lift.mutateAsync(request(reason))}
        >
          {t('liftText')}
        </ConfirmAction>
      )}
      {can.explain && (
        <ConfirmAction
          variant="subtle"
          label={t('explain')}
          title={t('explainTitle', { name: person.name })}
          confirmLabel={t('explainIt')}
          withReason
          onConfirm={(reason) => explain.mutateAsync(request(reason))}
        >
          {t('explainText')}
        </ConfirmAction>
      )}
    </span>
  )
}

function RaiseRate({ rate: { order, payKind, unitPayYen } }: { rate: Rate }) {
  const t = useWords(rateWords)
  const [isOpen, setOpen] = useState(false)
  if (!order || unitPayYen === null || payKind === null) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('raise')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('raiseTitle', { order: order.title })}>
        <RaiseForm orderId={order.id} payKind={payKind} unitPayYen={unitPayYen} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

interface RaiseFormProps {
  orderId: string
  payKind: PayKind
  unitPayYen: number
  onDone: () => void
}

function RaiseForm({ orderId, payKind, unitPayYen, onDone }: RaiseFormProps) {
  const t = useWords(rateWords)
  const { yen } = useFormats()
  const toast = useToast()
  const raise = useChange(raiseRate)
  const per = {
    per_unit: t('raisePerUnit'),
    per_task: t('raisePerTask'),
    fixed: t('raiseFixed'),
    per_hour: t('raisePerHour'),
  }
  const form = useContractForm(raiseRate.body, { unitPayYen: unitPayYen + 1, reason: '' })
  return (
    <Form
      form={form}
      submit={t('raiseIt')}
      onSubmit={async (body) => {
        await raise.mutateAsync({ params: { orderId }, body })
        toast.done(t('raised'))
        onDone()
      }}
    >
      <p>{t('raiseText', { per: per[payKind], yen: yen(unitPayYen) })}</p>
      <NumberField name="unitPayYen" label={t('raiseField')} allowDecimal={false} />
      <TextField name="reason" label={t('reason')} maxLength={300} autoComplete="off" />
    </Form>
  )
}
