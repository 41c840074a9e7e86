import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { getTaxProfile, verifyTaxProfile } from '@tsumugi/kit/contract/tax-profiles.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { DayField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { taxProfileWords } from '@tsumugi/kit/words/tax-profile.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './TaxProfileDialog.module.css'

type Entry = AnswerOf<typeof getTaxProfile>['entered'][number]

interface TaxProfileDialogProps {
  person: { id: string; displayName: string }
  onClose: () => void
}

/** What somebody entered about their registration, and a place to note what the public register says. */
export function TaxProfileDialog({ person: { id: personId, displayName }, onClose }: TaxProfileDialogProps) {
  const t = useWords(taxProfileWords)
  const me = useMe()
  const profile = useAnswer(getTaxProfile, { params: { personId } }, { topics: ['tax_profile'] })
  return (
    <Dialog isOpen onClose={onClose} title={t('ofPerson', { name: displayName })} size="lg">
      <Answered of={profile}>
        {({ current, next, entered }) => {
          const toCheck = [next, current].find((each) => each && each.registrationNumber !== null && !each.verified)
          return (
            <>
              {entered.length === 0 && <p>{t('nothing')}</p>}
              <ul className={styles.entries} aria-label={t('history')}>
                {entered.map((entry) => (
                  <li key={entry.id}>
                    <Entered entry={entry} />
                  </li>
                ))}
              </ul>
              {toCheck && me.can['tax_profile.verify'] && <Verify key={toCheck.id} profileId={toCheck.id} />}
            </>
          )
        }}
      </Answered>
    </Dialog>
  )
}

function Entered({ entry }: { entry: Entry }) {
  const t = useWords(taxProfileWords)
  const { day } = useFormats()
  const { registrationNumber, verified, isDoubtful } = entry
  return (
    <>
      <p className={styles.what}>
        <strong>{registrationNumber ?? t('none')}</strong> {t('since', { day: day(entry.validFrom) })}
        {entry.holder && ` · ${t(entry.holder)}`}{' '}
        {registrationNumber !== null && (
          <StateChip
            tone={verified ? 'good' : isDoubtful ? 'care' : 'info'}
            label={t(verified ? 'verified' : 'unverified')}
          />
        )}
      </p>
      <p className={styles.note}>{t('enteredOn', { day: day(entry.enteredAt), name: entry.enteredBy.name })}</p>
      {isDoubtful && !verified && <p className={styles.note}>{t('doubtful')}</p>}
      {verified && (
        <p className={styles.note}>
          {t('verifiedAs', { day: day(verified.on), name: verified.name, by: verified.by.name })}
        </p>
      )}
    </>
  )
}

function Verify({ profileId }: { profileId: string }) {
  const t = useWords(taxProfileWords)
  const toast = useToast()
  const verify = useChange(verifyTaxProfile)
  const [today] = useState(() => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10))
  const form = useContractForm(verifyTaxProfile.body, { verifiedOn: today, verifiedName: '' })
  return (
    <Form
      form={form}
      submit={t('verify')}
      onSubmit={async (body) => {
        await verify.mutateAsync({ params: { profileId }, body })
        toast.done(t('verifySaved'))
      }}
    >
      <p className={styles.note}>{t('verifyLead')}</p>
      <TextField name="verifiedName" label={t('verifiedName')} />
      <DayField name="verifiedOn" label={t('verifiedOn')} />
    </Form>
  )
}
