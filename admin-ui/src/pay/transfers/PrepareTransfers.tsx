import { prepareTransfers } from '@tsumugi/kit/contract/transfers.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { DayField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Figure, Figures } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './TransfersPage.module.css'
import type { Transfers } from './transfers.ts'

/** What can go out now, and for which day. */
export function PrepareTransfers({ transfers }: { transfers: Transfers }) {
  const t = useWords(transferWords)
  const { day, yen } = useFormats()
  const { month, ready, payOn, transferOn, can } = transfers
  const count = { count: ready.people }
  return (
    <>
      <Figures>
        <Figure label={t('ready')} value={yen(ready.totalYen)} note={t('readyPeople', count)} />
      </Figures>
      {can.prepare && (
        <div className={styles.prepare}>
          <Day
            month={month}
            transferOn={transferOn}
            help={t('transferOnHelp', { day: day(payOn) })}
            submit={t('prepare', { ...count, yen: yen(ready.totalYen) })}
          />
        </div>
      )}
    </>
  )
}

function Day({ month, transferOn, help, submit }: { month: string; transferOn: string; help: string; submit: string }) {
  const t = useWords(transferWords)
  const toast = useToast()
  const prepare = useChange(prepareTransfers, { onDone: () => toast.done(t('preparedNow')) })
  const form = useContractForm(prepareTransfers.body, { transferOn })
  return (
    <Form form={form} submit={submit} onSubmit={(body) => prepare.mutateAsync({ params: { month }, body })}>
      <DayField name="transferOn" label={t('transferOn')} description={help} />
    </Form>
  )
}
