import { Button } from '@mantine/core'
import { changeHandOver } from '@tsumugi/kit/contract/tasks.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { NumberField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { handOverWords } from '@tsumugi/kit/words/hand-overs.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Assignment } from './desk-view.ts'
import styles from './HandOvers.module.css'

type Part = Assignment['handOvers'][number]

/** How the one price is shared where work changed hands, as a bar and in words; a director settles a part here. */
export function HandOvers({ assignment: { handOvers, feeYen, can } }: { assignment: Assignment }) {
  const t = useWords(handOverWords)
  const { yen, minutes } = useFormats()
  if (handOvers.length === 0) return null
  return (
    <section className={styles.parts} aria-label={t('title')}>
      <div className={styles.bar} aria-hidden="true">
        {handOvers.map(({ id, shareYen }) => (
          <span key={id} style={{ flexGrow: shareYen }} />
        ))}
        <span data-rest style={{ flexGrow: feeYen }} />
      </div>
      <ul>
        {handOvers.map((part) => (
          <li key={part.id}>
            <span>
              {part.minutes === null
                ? t('part', { name: part.name, count: part.units })
                : t('partTime', { name: part.name, time: minutes(part.minutes) })}{' '}
              <strong>{yen(part.shareYen)}</strong>
              {part.changeReason !== null && (
                <span className={styles.why}> {t('why', { reason: part.changeReason })}</span>
              )}
            </span>
            {part.can.change && <SettlePart part={part} leftYen={feeYen} />}
          </li>
        ))}
        <li>
          <span>
            {can.submit ? t('yours') : t('rest')} <strong>{yen(feeYen)}</strong>
          </span>
        </li>
      </ul>
    </section>
  )
}

function SettlePart({ part, leftYen }: { part: Part; leftYen: number }) {
  const t = useWords(handOverWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t('settleOf', { name: part.name })}
        onClick={() => setOpen(true)}
      >
        {t('settle')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('settleTitle', { name: part.name })}>
        <SettleForm part={part} leftYen={leftYen} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function SettleForm({ part, leftYen, onDone }: { part: Part; leftYen: number; onDone: () => void }) {
  const t = useWords(handOverWords)
  const { yen } = useFormats()
  const toast = useToast()
  const settle = useChange(changeHandOver)
  const form = useContractForm(changeHandOver.body, { shareYen: part.shareYen, reason: '' })
  return (
    <Form
      form={form}
      submit={t('settleIt')}
      onSubmit={async (body) => {
        await settle.mutateAsync({ params: { handOverId: part.id }, body })
        toast.done(t('settled', { name: part.name }))
        onDone()
      }}
    >
      <p>{t('settleText', { yen: yen(part.shareYen + leftYen) })}</p>
      <NumberField name="shareYen" label={t('shareYen')} allowDecimal={false} />
      <TextField name="reason" label={t('reason')} maxLength={300} autoComplete="off" />
    </Form>
  )
}
