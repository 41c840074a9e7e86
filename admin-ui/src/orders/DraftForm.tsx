import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { deliveryFormats } from '@tsumugi/kit/contract/orders.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { SavedNote } from '@tsumugi/kit/ui/parts/SavedNote.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './DraftForm.module.css'
import { LabelsEditor } from './LabelsEditor.tsx'
import type { Order } from './order-look.ts'
import { useDraft } from './use-draft.ts'

/** What a client fills in before asking for a quote; every change saves itself. */
export function DraftForm({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const { fields, change, flush, saving, savedAt, failure } = useDraft(order)
  const formatNames = { coco: t('formatCoco'), voc: t('formatVoc'), yolo: t('formatYolo') }
  return (
    <Section
      title={t('content')}
      lead={t('contentLead')}
      aside={saving ? <SavedNote state="saving" /> : savedAt && <SavedNote state="saved" at={savedAt} />}
      sheet
    >
      <div className={styles.form} onBlur={() => void flush()}>
        <TextInput
          label={t('fieldTitle')}
          value={fields.title}
          maxLength={120}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t('fieldBrief')}
          description={t('fieldBriefHelp')}
          value={fields.brief}
          maxLength={20_000}
          minRows={4}
          autosize
          onChange={(event) => change({ brief: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('fieldDue')}
          value={fields.dueOn ?? ''}
          className={styles.day}
          onChange={(event) => change({ dueOn: event.currentTarget.value || null })}
        />
        <Checkbox.Group
          label={t('fieldFormats')}
          value={fields.deliveryFormats}
          onChange={(chosen) => {
            const kept = deliveryFormats.filter((format) => chosen.includes(format))
            if (kept.length > 0) change({ deliveryFormats: kept })
          }}
        >
          <div className={styles.formats}>
            {deliveryFormats.map((format) => (
              <Checkbox key={format} value={format} label={formatNames[format]} />
            ))}
          </div>
        </Checkbox.Group>
        <LabelsEditor labels={fields.labels} onChange={(labels) => change({ labels })} />
        {failure !== null && <FailureNote failure={failure} />}
      </div>
    </Section>
  )
}
