import { useFormContext, useWatch } from 'react-hook-form'
import { listBanks, listBranches } from '../../contract/bank-accounts.ts'
import { bankWords } from '../../words/bank.ts'
import { useWords } from '../../words/use-words.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FindField } from '../form/FindField.tsx'
import { SelectField, TextField } from '../form/fields.tsx'

const digits = { inputMode: 'numeric', autoComplete: 'off' } as const

/** An account as it stands in the passbook: `account.…` and `holder` of the form around it. */
export function PassbookFields() {
  const t = useWords(bankWords)
  const by: unknown = useWatch({ name: 'account.by' })
  return (
    <>
      <SelectField
        name="account.by"
        label={t('passbook')}
        data={[
          { value: 'bank', label: t('byBank') },
          { value: 'yucho', label: t('byYucho') },
        ]}
      />
      {by === 'yucho' ? (
        <>
          <TextField name="account.sign" label={t('sign')} maxLength={5} {...digits} />
          <TextField name="account.number" label={t('yuchoNumber')} maxLength={8} {...digits} />
        </>
      ) : (
        <BankFields prefix="account." />
      )}
      <TextField
        name="holder"
        label={t('holderField')}
        description={t('holderHelp')}
        maxLength={80}
        autoComplete="off"
      />
    </>
  )
}

/** Bank, branch, kind and number of an account; their names in the form begin with `prefix`. */
export function BankFields({ prefix }: { prefix: string }) {
  const t = useWords(bankWords)
  const { setValue } = useFormContext()
  const bankCode: unknown = useWatch({ name: `${prefix}bankCode` })
  const useBranches = (search: string) => useFoundBranches(typeof bankCode === 'string' ? bankCode : '', search)
  return (
    <>
      <FindField
        name={`${prefix}bankCode`}
        label={t('bank')}
        description={t('bankHelp')}
        useFound={useFoundBanks}
        onChosen={() => setValue(`${prefix}branchCode`, null)}
      />
      <FindField
        key={String(bankCode)}
        name={`${prefix}branchCode`}
        label={t('branch')}
        description={t('branchHelp')}
        useFound={useBranches}
      />
      <SelectField
        name={`${prefix}kind`}
        label={t('kind')}
        data={(['ordinary', 'current', 'savings'] as const).map((kind) => ({ value: kind, label: t(kind) }))}
      />
      <TextField
        name={`${prefix}number`}
        label={t('accountNumber')}
        description={t('accountNumberHelp')}
        maxLength={7}
        {...digits}
      />
    </>
  )
}

function useFoundBanks(search: string) {
  const found = useAnswer(listBanks, { query: { search } }, { keepPrevious: true })
  return (found.data?.banks ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
}

function useFoundBranches(bankCode: string, search: string) {
  const found = useAnswer(
    listBranches,
    { params: { bankCode }, query: { search } },
    { keepPrevious: true, enabled: bankCode !== '' },
  )
  return (found.data?.branches ?? []).map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
}
