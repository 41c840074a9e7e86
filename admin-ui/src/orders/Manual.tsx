import { ActionIcon, Button, Group, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { getManual, publishManual } from '@tsumugi/kit/contract/manuals.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Section, Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './Manual.module.css'
import type { Order } from './order-look.ts'

type ManualAnswer = AnswerOf<typeof getManual>
interface ClauseRow {
  key: number
  number: string
  title: string
  body: string
}

/** How the work is to be done; a new version replaces the whole of the last. Clients do not see it. */
export function Manual({ order }: { order: Order }) {
  const me = useMe()
  if (!me.can['manual.read'] || order.state === 'draft') return null
  return <ManualSection order={order} />
}

function ManualSection({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const manual = useAnswer(getManual, { params: { orderId: order.id } }, { topics: [`order:${order.id}`, 'manual'] })
  const [isWriting, setWriting] = useState(false)
  return (
    <Section
      title={t('manual')}
      lead={t('manualLead')}
      aside={manual.data && manual.data.version > 0 && t('manualVersion', { version: manual.data.version })}
    >
      <Answered of={manual}>
        {(data) =>
          isWriting ? (
            <ManualEditor order={order} manual={data} onDone={() => setWriting(false)} />
          ) : (
            <>
              <Clauses manual={data} />
              {data.can.publish && (
                <Button variant="default" mt="md" onClick={() => setWriting(true)}>
                  {t('manualEdit')}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </Section>
  )
}

function Clauses({ manual }: { manual: ManualAnswer }) {
  const t = useWords(orderPageWords)
  if (manual.clauses.length === 0) return <EmptyState title={t('manualNone')}>{t('manualNoneHelp')}</EmptyState>
  return (
    <Sheet>
      <dl className={styles.clauses}>
        {manual.clauses.map((clause) => (
          <div key={clause.id}>
            <dt className={styles.title}>
              {clause.number} {clause.title}
            </dt>
            <dd className={styles.body}>{clause.body}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}

function ManualEditor({ order, manual, onDone }: { order: Order; manual: ManualAnswer; onDone: () => void }) {
  const t = useWords(orderPageWords)
  const toast = useToast()
  const [rows, setRows] = useState<ClauseRow[]>(() =>
    manual.clauses.length > 0
      ? manual.clauses.map(({ number, title, body }, key) => ({ key, number, title, body }))
      : [{ key: 0, number: '1', title: '', body: '' }],
  )
  const publish = useChange(publishManual, {
    onDone: ({ version }) => {
      toast.done(t('manualPublished', { version }))
      onDone()
    },
  })
  const change = (key: number, part: Partial<ClauseRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const add = () => {
    const key = 1 + Math.max(-1, ...rows.map((row) => row.key))
    setRows([...rows, { key, number: String(rows.length + 1), title: '', body: '' }])
  }
  const send = () =>
    publish.mutate({
      params: { orderId: order.id },
      body: { version: manual.version, clauses: rows.map(({ number, title, body }) => ({ number, title, body })) },
    })
  return (
    <Sheet>
      {rows.map((row) => (
        <div key={row.key} className={styles.edited}>
          <TextInput
            label={t('manualNumber')}
            value={row.number}
            maxLength={20}
            onChange={(event) => change(row.key, { number: event.currentTarget.value })}
          />
          <TextInput
            label={t('manualTitle')}
            value={row.title}
            maxLength={200}
            onChange={(event) => change(row.key, { title: event.currentTarget.value })}
          />
          <ActionIcon
            size={44}
            variant="subtle"
            color="gray"
            aria-label={t('manualRemove', { number: row.number })}
            disabled={rows.length === 1}
            onClick={() => setRows(rows.filter((each) => each.key !== row.key))}
          >
            <IconTrash aria-hidden />
          </ActionIcon>
          <Textarea
            label={t('manualBody')}
            value={row.body}
            maxLength={20_000}
            autosize
            minRows={2}
            className={styles.text}
            onChange={(event) => change(row.key, { body: event.currentTarget.value })}
          />
        </div>
      ))}
      {publish.error && <FailureNote failure={publish.error} />}
      <Group>
        <Button loading={publish.isPending} onClick={send}>
          {t('manualPublish', { version: manual.version + 1 })}
        </Button>
        <Button variant="default" leftSection={<IconPlus aria-hidden size={18} />} onClick={add}>
          {t('manualAdd')}
        </Button>
      </Group>
    </Sheet>
  )
}
