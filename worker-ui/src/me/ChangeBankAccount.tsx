import { changeMyBankAccount } from '@tsumugi/kit/contract/bank-accounts.ts'
import { PassbookFields } from '@tsumugi/kit/ui/bank/PassbookFields.tsx'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { PasswordField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { bankWords } from '@tsumugi/kit/words/bank.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** Asks for the account as it stands in the passbook, and for the password. */
export function ChangeBankAccount({ onDone }: { onDone: () => void }) {
  const t = useWords(bankWords)
  const toast = useToast()
  const change = useChange(changeMyBankAccount)
  const form = useContractForm(changeMyBankAccount.body, {
    account: { by: 'bank', kind: 'ordinary' },
    holder: '',
    password: '',
  })
  return (
    <Form
      form={form}
      submit={t('save')}
      onSubmit={async (body) => {
        await change.mutateAsync({ body })
        toast.done(t('saved'))
        onDone()
      }}
    >
      <PassbookFields />
      <PasswordField
        name="password"
        label={t('password')}
        description={t('passwordHelp')}
        autoComplete="current-password"
      />
    </Form>
  )
}
