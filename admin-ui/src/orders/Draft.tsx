import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { deliveryFormats } from '@tsumugi/kit/contract/orders.ts'
import { FieldError } from '@tsumugi/kit/ui/form/FieldError.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Draft.module.css'
import { DraftBar } from './DraftBar.tsx'
import type { DraftFields } from './draft-state.ts'
import { Images } from './Images.tsx'
import { LabelsEditor } from './LabelsEditor.tsx'
import type { Order } from './order-look.ts'
import { useDraft } from './use-draft.ts'

interface PartProps {
  fields: DraftFields
  change: (part: Partial<DraftFields>) => void
}

/** What a client fills in before asking for a quote; every change saves itself. */
export function Draft({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const draft = useDraft(order)
  const { fields, change } = draft
  return (
    <>
      <div onBlur={() => void draft.flush()}>
        <Section title={t('content')} sheet>
          <Wish fields={fields} change={change} />
        </Section>
        <Images order={order} />
        <Section title={t('labels')} lead={t('labelsLead')} sheet>
          <LabelsEditor labels={fields.labels} onChange={(labels) => change({ labels })} />
        </Section>
        <Section title={t('receiving')} sheet>
          <Receiving fields={fields} change={change} />
        </Section>
      </div>
      <DraftBar order={order} draft={draft} />
    </>
  )
}

function Wish({ fields, change }: PartProps) {
  const t = useWords(orderPageWords)
  return (
    <div className={styles.fields}>
      <TextInput
        label={t('fieldTitle')}
        value={fields.title}
        maxLength={120}
        error={fields.title.trim() === '' && <FieldError message={t('fieldTitleEmpty')} />}
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
    </div>
  )
}

function Receiving({ fields, change }: PartProps) {
  const t = useWords(orderPageWords)
  const formatNames = { coco: t('formatCoco'), voc: t('formatVoc'), yolo: t('formatYolo') }
  return (
    <div className={styles.fields}>
      <TextInput
        id="draft-due"
        type="date"
        // Keeps a year at four digits while it is typed.
        max="9999-12-31"
        label={t('fieldDue')}
        value={fields.dueOn ?? ''}
        className={styles.day}
        onChange={(event) => change({ dueOn: event.currentTarget.value || null })}
      />
      <Checkbox.Group
        label={t('fieldFormats')}
        description={t('fieldFormatsHelp')}
        value={fields.deliveryFormats}
        onChange={(chosen) => {
          const kept = deliveryFormats.filter((format) => chosen.includes(format))
          // At least one stays: an order without a format cannot be delivered.
          if (kept.length > 0) change({ deliveryFormats: kept })
        }}
      >
        <div className={styles.formats}>
          {deliveryFormats.map((format) => (
            <Checkbox key={format} value={format} label={formatNames[format]} />
          ))}
        </div>
      </Checkbox.Group>
    </div>
  )
}
