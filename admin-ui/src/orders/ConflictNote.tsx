import { Button } from '@mantine/core'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './ConflictNote.module.css'
import type { DraftFields } from './draft-state.ts'
import type { useDraft } from './use-draft.ts'

/** Somebody else changed what is typed here: both stay until it is said which to keep. */
export function ConflictNote({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const t = useWords(orderPageWords)
  const { day } = useFormats()
  const { saved } = draft
  const theirs: Record<keyof DraftFields, { name: string; text: string }> = {
    title: { name: t('fieldTitle'), text: saved.title },
    brief: { name: t('fieldBrief'), text: saved.brief || '—' },
    labels: { name: t('labels'), text: saved.labels.map(({ name }) => name).join('、') || '—' },
    dueOn: { name: t('fieldDue'), text: saved.dueOn ? day(saved.dueOn) : '—' },
    deliveryFormats: { name: t('fieldFormats'), text: saved.deliveryFormats.join('、') },
  }
  return (
    <div role="alert" className={styles.note}>
      <p className={styles.what}>{t('conflict')}</p>
      <dl className={styles.theirs}>
        {draft.conflict.map((field) => (
          <div key={field}>
            <dt>{t('conflictTheirs', { field: theirs[field].name })}</dt>
            <dd>{theirs[field].text}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => draft.decide('mine')}>
          {t('conflictMine')}
        </Button>
        <Button variant="default" onClick={() => draft.decide('theirs')}>
          {t('conflictTake')}
        </Button>
      </div>
    </div>
  )
}
