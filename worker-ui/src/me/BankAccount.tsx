import { Button } from '@mantine/core'
import { getMyBankAccount } from '@tsumugi/kit/contract/bank-accounts.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { bankWords } from '@tsumugi/kit/words/bank.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { ChangeBankAccount } from './ChangeBankAccount.tsx'
import styles from './MePage.module.css'

/** Where one is paid: never the whole number, and a way to change it. */
export function BankAccount() {
  const t = useWords(bankWords)
  const [isChanging, setChanging] = useState(false)
  const account = useAnswer(getMyBankAccount, {}, { topics: ['bank_account'] })
  return (
    <Answered of={account}>
      {({ current, waiting }) => (
        <>
          {current ? (
            <dl className={styles.places}>
              <div className={styles.place}>
                <dt>{t('shown', { bank: current.bank.name, branch: current.branch.name })}</dt>
                <dd>{t('number', { kind: t(current.kind), tail: current.numberTail })}</dd>
              </div>
              <div className={styles.place}>
                <dt>{t('holder')}</dt>
                <dd>{current.holderKana.normalize('NFKC')}</dd>
              </div>
            </dl>
          ) : (
            <p className={styles.text}>{t('none')}</p>
          )}
          {waiting && (
            <p className={styles.text}>{t('waiting', { bank: waiting.bank.name, tail: waiting.numberTail })}</p>
          )}
          <Button mt="md" variant="default" onClick={() => setChanging(true)}>
            {current ? t('change') : t('enter')}
          </Button>
          {isChanging && (
            <Dialog isOpen onClose={() => setChanging(false)} title={current ? t('change') : t('enter')}>
              <ChangeBankAccount onDone={() => setChanging(false)} />
            </Dialog>
          )}
        </>
      )}
    </Answered>
  )
}
