import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import {
  documentKinds,
  downloadDocument,
  downloadDocumentsCsv,
  downloadDocumentsZip,
  listDocuments,
} from '@tsumugi/kit/contract/documents.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { SaveFile } from '@tsumugi/kit/ui/parts/SaveFile.tsx'
import { documentWords } from '@tsumugi/kit/words/documents.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './DocumentsPage.module.css'

type Kind = (typeof documentKinds)[number]

/** As it is typed; empty asks for nothing. */
interface Search {
  from: string
  to: string
  amountMin: number | string
  amountMax: number | string
  counterparty: string
  kind: string
}
/** What a client is given; everything else is for people who work. */
const clientKinds: readonly Kind[] = ['quote', 'delivery_note', 'invoice', 'reminder']
const everything: Search = { from: '', to: '', amountMin: '', amountMax: '', counterparty: '', kind: '' }

/** Everything we sent, found by day, amount, counterparty and kind in any combination. */
export function DocumentsPage() {
  const t = useWords(documentWords)
  const isOffice = useMe().can['ledger.read']
  const [search, setSearch] = useState(everything)
  const [settled] = useDebouncedValue(search, 300)
  const query = queryOf(settled)
  return (
    <Page
      title={t('title')}
      lead={isOffice ? t('lead') : t('clientLead')}
      action={
        <div className={styles.acts}>
          <SaveFile label={t('csv')} endpoint={downloadDocumentsCsv} request={{ query }} />
          <SaveFile label={t('zip')} endpoint={downloadDocumentsZip} request={{ query }} />
        </div>
      }
      width="wide"
    >
      <SearchFields search={search} onChange={setSearch} isOffice={isOffice} />
      <Found query={query} isOffice={isOffice} />
    </Page>
  )
}

interface SearchFieldsProps {
  search: Search
  onChange: (search: Search) => void
  /** A client’s counterparty is always the same: us. */
  isOffice: boolean
}

function SearchFields({ search, onChange, isOffice }: SearchFieldsProps) {
  const t = useWords(documentWords)
  const kinds = isOffice ? documentKinds : clientKinds
  const set = (change: Partial<Search>) => onChange({ ...search, ...change })
  return (
    <search className={styles.search} aria-label={t('searchTitle')}>
      <TextInput
        type="date"
        label={t('from')}
        value={search.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('to')}
        value={search.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <NumberInput
        hideControls
        thousandSeparator=","
        label={t('amountMin')}
        value={search.amountMin}
        onChange={(amountMin) => set({ amountMin })}
      />
      <NumberInput
        hideControls
        thousandSeparator=","
        label={t('amountMax')}
        value={search.amountMax}
        onChange={(amountMax) => set({ amountMax })}
      />
      {isOffice && (
        <TextInput
          label={t('counterparty')}
          value={search.counterparty}
          maxLength={120}
          onChange={(event) => set({ counterparty: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t('kind')}
        value={search.kind}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        data={[{ value: '', label: t('anyKind') }, ...kinds.map((kind) => ({ value: kind, label: t(kind) }))]}
      />
    </search>
  )
}

function Found({ query, isOffice }: { query: ReturnType<typeof queryOf>; isOffice: boolean }) {
  const t = useWords(documentWords)
  const documents = useRows(listDocuments, { query }, { topics: ['invoice', 'reminder'], keepPrevious: true })
  return (
    <AnsweredRows of={documents}>
      {(rows) => (
        <DataTable
          caption={t('title')}
          rows={rows}
          rowKey={({ id }) => id}
          more={documents}
          empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
          columns={[
            { key: 'number', title: t('number'), whole: true, cell: ({ number }) => number },
            {
              key: 'kind',
              title: t('kind'),
              cell: ({ kind, isSuperseded }) => (
                <>
                  {t(kind)}
                  {isSuperseded && <small className={styles.superseded}>{t('superseded')}</small>}
                </>
              ),
            },
            { key: 'day', title: t('day'), whole: true, cell: ({ transactedOn }) => <Day value={transactedOn} /> },
            ...(isOffice
              ? [{ key: 'who', title: t('counterparty'), cell: (row: (typeof rows)[number]) => row.counterpartyName }]
              : []),
            {
              key: 'amount',
              title: t('amount'),
              align: 'end',
              cell: ({ amountYen }) => (amountYen === null ? '–' : <Money yen={amountYen} />),
            },
            {
              key: 'file',
              title: t('file'),
              cell: ({ id, number }) => (
                <SaveFile
                  variant="subtle"
                  label={t('open')}
                  spoken={t('openOf', { number })}
                  endpoint={downloadDocument}
                  request={{ params: { documentId: id } }}
                />
              ),
            },
          ]}
        />
      )}
    </AnsweredRows>
  )
}

function queryOf({ from, to, amountMin, amountMax, counterparty, kind }: Search) {
  return {
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(amountMin !== '' && { amountMin: Number(amountMin) }),
    ...(amountMax !== '' && { amountMax: Number(amountMax) }),
    ...(counterparty.trim() !== '' && { counterparty: counterparty.trim() }),
    ...(kind !== '' && { kind: kind as Kind }),
  }
}
