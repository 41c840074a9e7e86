import { Button } from '@mantine/core'
import { enterBankAccount } from '@tsumugi/kit/contract/bank-accounts.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { PassbookFields } from '@tsumugi/kit/ui/bank/PassbookFields.tsx'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Transfers } from './transfers.ts'

type Left = Transfers['left'][number]

/** Who cannot be paid yet, and why; an account can be entered for them. */
export function LeftOut({ left }: { left: readonly Left[] }) {
  const t = useWords(transferWords)
  const me = useMe()
  const [entering, setEntering] = useState<Left['person'] | null>(null)
  if (left.length === 0) return null
  const why = { no_account: t('whyNoAccount'), no_branch: t('whyNoBranch'), nothing_to_pay: t('whyNothing') }
  return (
    <Section title={t('left')}>
      <DataTable
        caption={t('left')}
        rows={left}
        rowKey={({ person }) => person.id}
        columns={[
          { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
          { key: 'amount', title: t('amount'), align: 'end', cell: ({ amountYen }) => <Money yen={amountYen} /> },
          { key: 'why', title: t('why'), cell: (each) => why[each.why] },
          {
            key: 'enter',
            title: t('account'),
            align: 'end',
            cell: ({ person, why: reason }) =>
              reason !== 'nothing_to_pay' &&
              me.can['bank_account.enter'] && (
                <Button
                  variant="subtle"
                  aria-label={t('enterOf', { name: person.name })}
                  onClick={() => setEntering(person)}
                >
                  {t('enter')}
                </Button>
              ),
          },
        ]}
      />
      {entering && (
        <Dialog isOpen onClose={() => setEntering(null)} title={t('enterOf', { name: entering.name })}>
          <EnterAccount personId={entering.id} onDone={() => setEntering(null)} />
        </Dialog>
      )}
    </Section>
  )
}

function EnterAccount({ personId, onDone }: { personId: string; onDone: () => void }) {
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
