import { Button } from '@mantine/core'
import { enterBankAccount } from '@tsumugi/kit/contract/bank-accounts.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { PassbookFields } from '@tsumugi/kit/ui/bank/PassbookFields.tsx'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'

/** Enters an account for somebody who has none, or whose transfer came back; a colleague checks it. */
export function EnterAccount({ person }: { person: { id: string; name: string } }) {
  const t = useWords(transferWords)
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  if (!me.can['bank_account.enter']) return null
  return (
    <>
      <Button variant="subtle" aria-label={t('enterOf', { name: person.name })} onClick={() => setOpen(true)}>
        {t('enter')}
      </Button>
      {isOpen && (
        <Dialog isOpen onClose={() => setOpen(false)} title={t('enterOf', { name: person.name })}>
          <AccountForm personId={person.id} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}

function AccountForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const t = useWords(transferWords)
  const toast = useToast()
  const enter = useChange(enterBankAccount)
  const form = useContractForm(enterBankAccount.body, { account: { by: 'bank', kind: 'ordinary' }, holder: '' })
  return (
    <Form
      form={form}
      submit={t('enterIt')}
      onSubmit={async (body) => {
        await enter.mutateAsync({ params: { personId }, body })
        toast.done(t('entered'))
        onDone()
      }}
    >
      <p>{t('enterText')}</p>
      <PassbookFields />
    </Form>
  )
}
