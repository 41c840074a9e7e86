import { Button } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changePayerAccount, getPayerAccount } from '@tsumugi/kit/contract/transfers.ts'
import { BankFields } from '@tsumugi/kit/ui/bank/PassbookFields.tsx'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useBothVersions, type VersionLine } from '@tsumugi/kit/ui/form/BothVersions.tsx'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import type { Versioned } from '@tsumugi/kit/ui/form/save-on-top.ts'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { bankWords } from '@tsumugi/kit/words/bank.ts'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { z } from 'zod'

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
          <Answered of={payer}>{(read) => <PayerForm read={read} onDone={() => setChanging(false)} />}</Answered>
        </Dialog>
      )}
    </Section>
  )
}

const typed = changePayerAccount.body!.omit({ version: true })
type Typed = z.infer<typeof typed>
type Read = AnswerOf<typeof getPayerAccount>

/** As it was saved; of the number only its end is ever shown. */
function savedOf({ account, version }: Read): Versioned<Typed | null> {
  if (!account) return { version, value: null }
  const { bank, branch, numberTail, ...rest } = account
  return { version, value: { ...rest, bankCode: bank.code, branchCode: branch.code, number: `…${numberTail}` } }
}

function PayerForm({ read, onDone }: { read: Read; onDone: () => void }) {
  const t = useWords(transferWords)
  const toast = useToast()
  const { caller } = useClient()
  const change = useChange(changePayerAccount)
  const form = useContractForm(typed, {
    ...{ payerCode: '', nameKana: '', kind: 'ordinary', number: '', newline: 'crlf', manner: '7', clearing: '0000' },
  })
  const both = useBothVersions<Typed | null>({
    read: savedOf(read),
    readAgain: async () => savedOf(await caller.call(getPayerAccount)),
    save: async (mine, version) => mine && change.mutateAsync({ body: { ...mine, version } }),
    onSaved: () => {
      toast.done(t('payerSaved'))
      onDone()
    },
    onTheirs: onDone,
    linesOf: usePayerLines(),
  })
  return (
    <Form form={form} submit={t('save')} onSubmit={both.save}>
      <TextField name="payerCode" label={t('payerCode')} maxLength={10} inputMode="numeric" autoComplete="off" />
      <TextField name="nameKana" label={t('payerName')} maxLength={80} autoComplete="off" />
      <BankFields prefix="" />
      <Habits />
      {both.choice}
    </Form>
  )
}

/** The account in words, for choosing between two versions of it. */
function usePayerLines(): (said: Typed | null) => VersionLine[] {
  const t = useWords(transferWords)
  const bank = useWords(bankWords)
  return (said) =>
    said === null
      ? []
      : [
          { name: t('payerCode'), text: said.payerCode },
          { name: t('payerName'), text: said.nameKana.normalize('NFKC') },
          { name: bank('bank'), text: said.bankCode },
          { name: bank('branch'), text: said.branchCode },
          { name: bank('kind'), text: bank(said.kind) },
          { name: bank('accountNumber'), text: said.number },
          ...habits.map(({ name, choices }) => {
            const chosen = choices.find(({ value }) => value === said[name])
            return { name: t(name), text: chosen ? t(chosen.word) : said[name] }
          }),
        ]
}

/** How the bank wants its file: every field with its choices and their words. */
const habits = [
  {
    name: 'newline',
    choices: [
      { value: 'crlf', word: 'newlineCrlf' },
      { value: 'none', word: 'newlineNone' },
    ],
  },
  {
    name: 'manner',
    choices: [
      { value: '7', word: 'manner7' },
      { value: '8', word: 'manner8' },
      { value: '0', word: 'manner0' },
      { value: ' ', word: 'mannerBlank' },
    ],
  },
  {
    name: 'clearing',
    choices: [
      { value: '0000', word: 'clearing0' },
      { value: '    ', word: 'clearingBlank' },
    ],
  },
] as const

function Habits() {
  const t = useWords(transferWords)
  return habits.map(({ name, choices }) => (
    <SelectField
      key={name}
      name={name}
      label={t(name)}
      data={choices.map(({ value, word }) => ({ value, label: t(word) }))}
    />
  ))
}
