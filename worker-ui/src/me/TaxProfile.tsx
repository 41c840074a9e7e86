import { Button, Group } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { enterTaxProfile, getTaxProfile } from '@tsumugi/kit/contract/tax-profiles.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { taxProfileWords } from '@tsumugi/kit/words/tax-profile.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { EndRegistration, EnterRegistration, todayInJapan } from './EnterRegistration.tsx'
import styles from './MePage.module.css'

type Profile = AnswerOf<typeof getTaxProfile>
type Entry = NonNullable<Profile['current']>

/** Whether one issues qualified invoices: one question, and afterwards the answer. */
export function TaxProfile() {
  const t = useWords(taxProfileWords)
  const { id: personId } = useMe()
  const [asked, setAsked] = useState<'number' | 'end' | null>(null)
  const profile = useAnswer(getTaxProfile, { params: { personId } }, { topics: ['tax_profile'] })
  const close = () => setAsked(null)
  return (
    <Answered of={profile}>
      {(answer) => (
        <>
          {answer.entered.length === 0 ? (
            <Question onYes={() => setAsked('number')} />
          ) : (
            <Said profile={answer} onChange={setAsked} />
          )}
          <Dialog isOpen={asked === 'number'} onClose={close} title={t('enter')}>
            <EnterRegistration before={(answer.next ?? answer.current)?.holder ?? 'person'} onDone={close} />
          </Dialog>
          <Dialog isOpen={asked === 'end'} onClose={close} title={t('end')}>
            <EndRegistration onDone={close} />
          </Dialog>
        </>
      )}
    </Answered>
  )
}

function Question({ onYes }: { onYes: () => void }) {
  const t = useWords(taxProfileWords)
  const toast = useToast()
  const enter = useChange(enterTaxProfile)
  async function no() {
    await enter.mutateAsync({ body: { validFrom: todayInJapan(), registration: null } }).then(
      () => toast.done(t('savedNone')),
      (failure: unknown) => toast.failed(failure),
    )
  }
  return (
    <>
      <p className={styles.question}>{t('question')}</p>
      <p className={styles.text}>{t('questionHelp')}</p>
      <Group grow maw={420}>
        <Button variant="default" size="lg" loading={enter.isPending} onClick={() => void no()}>
          {t('no')}
        </Button>
        <Button variant="default" size="lg" onClick={onYes}>
          {t('yes')}
        </Button>
      </Group>
    </>
  )
}

function Said({
  profile: { current, next },
  onChange,
}: {
  profile: Profile
  onChange: (to: 'number' | 'end') => void
}) {
  const t = useWords(taxProfileWords)
  const { day } = useFormats()
  const last = next ?? current
  const isRegistered = last !== null && last.registrationNumber !== null
  return (
    <>
      <dl className={styles.places}>
        <div className={styles.place}>
          <dt>{current?.registrationNumber ?? t('none')}</dt>
          <dd>{current && t('since', { day: day(current.validFrom) })}</dd>
        </div>
      </dl>
      {next && (
        <p className={styles.text}>
          {t('next', { day: day(next.validFrom), what: next.registrationNumber ?? t('none') })}
        </p>
      )}
      <Checked entry={last} />
      <p className={styles.text}>{t('samePay')}</p>
      <Group>
        <Button variant="default" onClick={() => onChange('number')}>
          {isRegistered ? t('change') : t('enter')}
        </Button>
        {isRegistered && (
          <Button variant="subtle" onClick={() => onChange('end')}>
            {t('end')}
          </Button>
        )}
      </Group>
    </>
  )
}

function Checked({ entry }: { entry: Entry | null }) {
  const t = useWords(taxProfileWords)
  if (!entry || entry.registrationNumber === null) return null
  return (
    <p className={styles.text}>
      {entry.verified ? (
        <StateChip tone="good" label={t('verified')} />
      ) : entry.isDoubtful ? (
        <StateChip tone="care" label={t('doubtful')} />
      ) : (
        <StateChip tone="info" label={t('unverified')} />
      )}
    </p>
  )
}
