import { enterTaxProfile } from '@tsumugi/kit/contract/tax-profiles.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { DayField, SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { taxProfileWords } from '@tsumugi/kit/words/tax-profile.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** Asks for the number as it stands in the tax office's letter, and from which day on it holds. */
export function EnterRegistration({ before, onDone }: { before: 'person' | 'corporation'; onDone: () => void }) {
  const t = useWords(taxProfileWords)
  const toast = useToast()
  const enter = useChange(enterTaxProfile)
  const form = useContractForm(enterTaxProfile.body, {
    registration: { number: '', holder: before },
    validFrom: todayInJapan(),
  })
  return (
    <Form
      form={form}
      submit={t('save')}
      onSubmit={async (body) => {
        await enter.mutateAsync({ body })
        toast.done(t('saved'))
        onDone()
      }}
    >
      <TextField
        name="registration.number"
        label={t('number')}
        description={t('numberHelp')}
        inputMode="text"
        autoComplete="off"
        placeholder="T1234567890123"
        data-autofocus
      />
      <DayField name="validFrom" label={t('from')} description={t('fromHelp')} />
      <SelectField
        name="registration.holder"
        label={t('holder')}
        data={(['person', 'corporation'] as const).map((value) => ({ value, label: t(value) }))}
      />
    </Form>
  )
}

/** Asks from which day on one is not registered any more. */
export function EndRegistration({ onDone }: { onDone: () => void }) {
  const t = useWords(taxProfileWords)
  const toast = useToast()
  const enter = useChange(enterTaxProfile)
  const form = useContractForm(enterTaxProfile.body, { registration: null, validFrom: todayInJapan() })
  return (
    <Form
      form={form}
      submit={t('saveNone')}
      onSubmit={async (body) => {
        await enter.mutateAsync({ body })
        toast.done(t('savedNone'))
        onDone()
      }}
    >
      <DayField name="validFrom" label={t('endFrom')} description={t('endHelp')} />
    </Form>
  )
}

/** The day it is in Japan. */
export function todayInJapan(): string {
  return new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
}
