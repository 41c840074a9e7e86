import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { LabelDef } from '@tsumugi/kit/surfaces/image/answer.ts'
import { FieldError } from '@tsumugi/kit/ui/form/FieldError.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useEffect, useRef, useState } from 'react'
import styles from './LabelsEditor.module.css'

/** Told apart with any kind of colour sight (Okabe and Ito 2008), darkened to stand on white. */
const colours = [
  '#c2410c',
  '#1d4ed8',
  '#15803d',
  '#a21caf',
  '#0e7490',
  '#a16207',
  '#b91c1c',
  '#4d7c0f',
  '#6d28d9',
  '#57534e',
]
const kinds = ['box', 'polygon', 'point', 'image'] as const satisfies LabelDef['kinds'][number][]

interface Row {
  key: number
  label: LabelDef
}

interface LabelsEditorProps {
  labels: LabelDef[]
  onChange: (labels: LabelDef[]) => void
}

/** The order's label list: names, colours, and what kinds of marks each may be. Only complete rows are handed on. */
export function LabelsEditor({ labels, onChange }: LabelsEditorProps) {
  const t = useWords(orderPageWords)
  const [rows, setRows] = useRowsOf(labels)
  const names = rows.map(({ label }) => label.name.trim())

  function put(next: Row[]) {
    setRows(next)
    const complete = completeOf(next)
    if (new Set(complete.map(({ name }) => name)).size === complete.length) onChange(complete)
  }

  function add() {
    const key = 1 + Math.max(-1, ...rows.map((row) => row.key))
    const colour = colours.find((each) => rows.every(({ label }) => label.colour !== each)) ?? '#c2410c'
    const label: LabelDef = { name: '', colour, kinds: ['box'] }
    setRows([...rows, { key, label }])
  }

  return (
    <div id="draft-labels" className={styles.labels}>
      {rows.map(({ key, label }, index) => (
        <LabelRow
          key={key}
          label={label}
          isTwice={label.name.trim() !== '' && names.indexOf(label.name.trim()) !== index}
          onChange={(changed) => put(rows.map((row) => (row.key === key ? { key, label: changed } : row)))}
          onRemove={() => put(rows.filter((row) => row.key !== key))}
        />
      ))}
      <Button variant="default" leftSection={<IconPlus aria-hidden size={18} />} onClick={add}>
        {t('addLabel')}
      </Button>
    </div>
  )
}

/** The rows being edited; what others change of the list takes their place. */
function useRowsOf(labels: LabelDef[]) {
  const [rows, setRows] = useState<Row[]>(() => rowsOf(labels))
  const latest = useRef(rows)
  latest.current = rows
  useEffect(() => {
    // Incomplete and double rows are only here, so only the complete ones can be compared.
    const here = new Map(completeOf(latest.current).map((label) => [label.name, JSON.stringify(label)]))
    const isOurs =
      labels.every((label) => here.get(label.name) === JSON.stringify(label)) && labels.length === here.size
    if (!isOurs) setRows(rowsOf(labels))
  }, [labels])
  return [rows, setRows] as const
}

function rowsOf(labels: readonly LabelDef[]): Row[] {
  return labels.map((label, key) => ({ key, label }))
}

function completeOf(rows: readonly Row[]): LabelDef[] {
  return rows.map(({ label }) => ({ ...label, name: label.name.trim() })).filter(({ name }) => name !== '')
}

interface LabelRowProps {
  label: LabelDef
  isTwice: boolean
  onChange: (label: LabelDef) => void
  onRemove: () => void
}

function LabelRow({ label, isTwice, onChange, onRemove }: LabelRowProps) {
  const t = useWords(orderPageWords)
  const kindNames = { box: t('kindBox'), polygon: t('kindPolygon'), point: t('kindPoint'), image: t('kindImage') }
  const name = label.name || t('labelName')
  return (
    <div className={styles.row}>
      <input
        type="color"
        className={styles.colour}
        aria-label={t('labelColour', { name })}
        value={label.colour}
        onChange={(event) => onChange({ ...label, colour: event.currentTarget.value })}
      />
      <TextInput
        aria-label={t('labelName')}
        placeholder={t('labelName')}
        value={label.name}
        maxLength={80}
        // Only a row just added has no name, and its name is what one types next.
        autoFocus={label.name === ''}
        error={isTwice && <FieldError message={t('labelTwice')} />}
        className={styles.name}
        onChange={(event) => onChange({ ...label, name: event.currentTarget.value })}
      />
      <Checkbox.Group
        aria-label={t('labelKinds', { name })}
        value={label.kinds}
        className={styles.kinds}
        onChange={(chosen) => {
          const kept = kinds.filter((kind) => chosen.includes(kind))
          if (kept.length > 0) onChange({ ...label, kinds: kept })
        }}
      >
        <div className={styles.kindList}>
          {kinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={kindNames[kind]} />
          ))}
        </div>
      </Checkbox.Group>
      <ActionIcon size={44} variant="subtle" color="gray" aria-label={t('removeLabel', { name })} onClick={onRemove}>
        <IconTrash aria-hidden />
      </ActionIcon>
    </div>
  )
}
