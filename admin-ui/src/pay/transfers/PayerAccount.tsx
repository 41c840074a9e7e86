import { Button } from '@mantine/core'
import { changePayerAccount, getPayerAccount } from '@tsumugi/kit/contract/transfers.ts'
import { BankFields } from '@tsumugi/kit/ui/bank/PassbookFields.tsx'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'

/** The account we pay from, and how its bank wants the file. */
export function PayerAccount() {
  const t = useWords(transferWords)
  const [isChanging, setChanging] = useState(false)
  const payer = useAnswer(getPayerAccount, {}, { topics: ['payer_account'] })
  const title = payer.data?.account ? t('payerChange') : t('payerEnter')
  const change = payer.data?.can.change && (
    <Button variant="default" onClick={() => setChanging(true)}>
      {title}
    </Button>
  )
  return (
    <Section title={t('payer')} aside={change} sheet>
      <Answered of={payer}>
        {({ account }) => (
          <p>
            {account
              ? t('payerShown', {
                  ...{ bank: account.bank.name, branch: account.branch.name },
                  ...{ tail: account.numberTail, name: account.nameKana.normalize('NFKC') },
                })
              : t('payerNone')}
          </p>
        )}
      </Answered>
      {isChanging && (
        <Dialog isOpen onClose={() => setChanging(false)} title={title}>
          <PayerForm onDone={() => setChanging(false)} />
        </Dialog>
      )}
    </Section>
  )
}

function PayerForm({ onDone }: { onDone: () => void }) {
  const t = useWords(transferWords)
  const toast = useToast()
  const change = useChange(changePayerAccount)
  const form = useContractForm(changePayerAccount.body, {
    ...{ payerCode: '', nameKana: '', kind: 'ordinary', number: '', newline: 'crlf', manner: '7', clearing: '0000' },
  })
  return (
    <Form
      form={form}
      submit={t('save')}
      onSubmit={async (body) => {
        await change.mutateAsync({ body })
        toast.done(t('payerSaved'))
        onDone()
      }}
    >
      <TextField name="payerCode" label={t('payerCode')} maxLength={10} inputMode="numeric" autoComplete="off" />
      <TextField name="nameKana" label={t('payerName')} maxLength={80} autoComplete="off" />
      <BankFields prefix="" />
      <Habits />
    </Form>
  )
}

/** How the bank wants its file. */
function Habits() {
  const t = useWords(transferWords)
  return (
    <>
      <SelectField
        name="newline"
        label={t('newline')}
        data={[
          { value: 'crlf', label: t('newlineCrlf') },
          { value: 'none', label: t('newlineNone') },
        ]}
      />
      <SelectField
        name="manner"
        label={t('manner')}
        data={[
          { value: '7', label: t('manner7') },
          { value: '8', label: t('manner8') },
          { value: '0', label: t('manner0') },
          { value: ' ', label: t('mannerBlank') },
        ]}
      />
      <SelectField
        name="clearing"
        label={t('clearing')}
        data={[
          { value: '0000', label: t('clearing0') },
          { value: '    ', label: t('clearingBlank') },
        ]}
      />
    </>
  )
}
