import { ActionIcon, Button, Group, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { getManual, publishManual } from '@tsumugi/kit/contract/manuals.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useBothVersions } from '@tsumugi/kit/ui/form/BothVersions.tsx'
import type { Versioned } from '@tsumugi/kit/ui/form/save-on-top.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { common } from '@tsumugi/kit/words/common.ts'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './Manual.module.css'
import type { Order } from './order-look.ts'

interface Written {
  number: string
  title: string
  body: string
}

interface Clause extends Written {
  key: number
}

interface ManualEditorProps {
  order: Order
  /** The version written upon. */
  manual: AnswerOf<typeof getManual>
  onEnd: () => void
}

/** Writes the next version, clause by clause. */
export function ManualEditor({ order, manual, onEnd }: ManualEditorProps) {
  const t = useWords(orderPageWords)
  const words = useWords(common)
  const toast = useToast()
  const [clauses, setClauses] = useState<Clause[]>(() => startFrom(manual))
  // What was read when writing began: somebody else's version in between is shown beside what is written here.
  const [read, setRead] = useState(() => writtenOf(manual))
  const [failure, setFailure] = useState<unknown>(null)
  const { caller } = useClient()
  const params = { orderId: order.id }
  const publish = useChange(publishManual, {
    onDone: (published) => toast.done(t('manualPublished', { version: published.version })),
  })
  const both = useBothVersions<Written[]>({
    read,
    async readAgain() {
      const now = writtenOf(await caller.call(getManual, { params }))
      setRead(now)
      return now
    },
    save: (mine, version) => publish.mutateAsync({ params, body: { version, clauses: mine } }),
    onSaved: onEnd,
    onTheirs: (theirs) => setClauses(keyed(theirs)),
    linesOf: (written) => written.map(({ number, title, body }) => ({ name: `${number} ${title}`, text: body })),
  })
  const add = () => {
    const key = 1 + Math.max(-1, ...clauses.map((clause) => clause.key))
    setClauses([...clauses, { key, number: String(clauses.length + 1), title: '', body: '' }])
  }
  const send = () => {
    setFailure(null)
    both.save(clauses.map(({ number, title, body }) => ({ number, title, body }))).catch(setFailure)
  }
  const isReady = clauses.every(({ number, title }) => number.trim() !== '' && title.trim() !== '')
  return (
    <>
      {clauses.map((clause) => (
        <ClauseFields
          key={clause.key}
          clause={clause}
          onChange={(changed) => setClauses(clauses.map((each) => (each.key === clause.key ? changed : each)))}
          {...(clauses.length > 1 && { onRemove: () => setClauses(clauses.filter(({ key }) => key !== clause.key)) })}
        />
      ))}
      <Button variant="default" leftSection={<IconPlus aria-hidden size={18} />} onClick={add}>
        {t('manualAdd')}
      </Button>
      {failure !== null && <FailureNote failure={failure} />}
      <Group mt="lg">
        <Button loading={publish.isPending} disabled={!isReady} onClick={send}>
          {t('manualPublish', { version: read.version + 1 })}
        </Button>
        <Button variant="subtle" color="gray" onClick={onEnd}>
          {words('cancel')}
        </Button>
      </Group>
      {both.choice}
    </>
  )
}

interface ClauseFieldsProps {
  clause: Clause
  onChange: (clause: Clause) => void
  onRemove?: () => void
}

function ClauseFields({ clause, onChange, onRemove }: ClauseFieldsProps) {
  const t = useWords(orderPageWords)
  return (
    <div className={styles.edited}>
      <TextInput
        label={t('manualNumber')}
        value={clause.number}
        maxLength={20}
        onChange={(event) => onChange({ ...clause, number: event.currentTarget.value })}
      />
      <TextInput
        label={t('manualTitle')}
        value={clause.title}
        maxLength={200}
        onChange={(event) => onChange({ ...clause, title: event.currentTarget.value })}
      />
      {onRemove && (
        <ActionIcon aria-label={t('manualRemove', { number: clause.number })} onClick={onRemove}>
          <IconTrash aria-hidden />
        </ActionIcon>
      )}
      <Textarea
        label={t('manualBody')}
        value={clause.body}
        maxLength={20_000}
        autosize
        minRows={2}
        className={styles.text}
        onChange={(event) => onChange({ ...clause, body: event.currentTarget.value })}
      />
    </div>
  )
}

function startFrom(manual: ManualEditorProps['manual']): Clause[] {
  if (manual.clauses.length === 0) return [{ key: 0, number: '1', title: '', body: '' }]
  return keyed(writtenOf(manual).value)
}

function writtenOf({ version, clauses }: ManualEditorProps['manual']): Versioned<Written[]> {
  return { version, value: clauses.map(({ number, title, body }) => ({ number, title, body })) }
}

function keyed(written: readonly Written[]): Clause[] {
  return written.map((clause, key) => ({ key, ...clause }))
}
