import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useSearch } from '@tanstack/react-router'
import { listPeople } from '@tsumugi/kit/contract/people.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useShortcuts } from '@tsumugi/kit/ui/parts/shortcuts.tsx'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { taxProfileWords } from '@tsumugi/kit/words/tax-profile.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { type ComponentProps, useRef, useState } from 'react'
import { ChangeRolesDialog, type Person } from './ChangeRolesDialog.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { Organisations } from './Organisations.tsx'
import styles from './PeoplePage.module.css'
import { usePlaces } from './places.ts'
import { TaxProfileDialog } from './TaxProfileDialog.tsx'
import { Teams } from './Teams.tsx'

/** Who is paid for work. */
const paidRoles: readonly string[] = ['worker', 'leader', 'director']

/** Teams with their load, and everybody with their roles; invitations start here. */
export function PeoplePage() {
  const t = useWords(peopleWords)
  const me = useMe()
  const [isInviting, setInviting] = useState(false)
  const mayInvite = me.can['invitation.make']
  useShortcuts([{ keys: 'n', label: t('invite'), run: () => setInviting(true), enabled: mayInvite }])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      width="wide"
      action={mayInvite && <Button onClick={() => setInviting(true)}>{t('invite')}</Button>}
    >
      {me.can['team.list'] && <Teams />}
      <People />
      {me.can['organisation.create'] && <Organisations />}
      <InviteDialog isOpen={isInviting} onClose={() => setInviting(false)} />
    </Page>
  )
}

/** What is looked for; Ctrl+K comes here with a name, also while the page is open. */
function useSearchField() {
  const { search: asked = '' } = useSearch({ strict: false }) as { search?: string }
  const [typed, setTyped] = useState({ asked, search: asked })
  const search = typed.asked === asked ? typed.search : asked
  const [settled] = useDebouncedValue(search.trim(), 250)
  return { search, settled, setSearch: (next: string) => setTyped({ asked, search: next }) }
}

function People() {
  const t = useWords(peopleWords)
  const places = usePlaces()
  const { search, setSearch, settled } = useSearchField()
  const [teamId, setTeamId] = useState('')
  const [changing, setChanging] = useState<Person | null>(null)
  const [taxOf, setTaxOf] = useState<Person | null>(null)
  const searchField = useRef<HTMLInputElement>(null)
  useShortcuts([{ keys: '/', label: t('search'), run: () => searchField.current?.focus() }])
  const people = useRows(
    listPeople,
    { query: { ...(settled && { search: settled }), ...(teamId && { teamId }) } },
    { topics: ['person', 'membership', 'invitation'], keepPrevious: true },
  )
  return (
    <section aria-label={t('person')} className={styles.people}>
      <div className={styles.filters}>
        <TextInput
          ref={searchField}
          type="search"
          label={t('search')}
          value={search}
          maxLength={80}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('teamFilter')}
          value={teamId}
          onChange={(event) => setTeamId(event.currentTarget.value)}
          data={[{ value: '', label: t('allTeams') }, ...places.team]}
        />
      </div>
      <AnsweredRows of={people}>
        {(rows) => <PeopleTable rows={rows} more={people} onTax={setTaxOf} onChange={setChanging} />}
      </AnsweredRows>
      {taxOf && <TaxProfileDialog person={taxOf} onClose={() => setTaxOf(null)} />}
      {changing && <ChangeRolesDialog person={changing} onClose={() => setChanging(null)} />}
    </section>
  )
}

interface PeopleTableProps {
  rows: readonly Person[]
  more: ComponentProps<typeof DataTable<Person>>['more']
  onTax: (person: Person) => void
  onChange: (person: Person) => void
}

function PeopleTable({ rows, more, onTax, onChange }: PeopleTableProps) {
  const t = useWords(peopleWords)
  const tax = useWords(taxProfileWords)
  const me = useMe()
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(person) => person.id}
      more={more}
      empty={<EmptyState title={t('noneFound')}>{t('noneFoundHelp')}</EmptyState>}
      columns={[
        { key: 'person', title: t('person'), whole: true, cell: (person) => <Named person={person} /> },
        { key: 'roles', title: t('roles'), cell: (person) => <Roles person={person} /> },
        {
          key: 'email',
          title: t('email'),
          cell: (person) => <Email address={person.email} />,
        },
        ...(me.can['tax_profile.verify']
          ? [
              {
                key: 'tax',
                title: tax('open'),
                cell: (person: Person) =>
                  person.memberships.some(({ role }) => paidRoles.includes(role)) && (
                    <Button
                      variant="subtle"
                      aria-label={tax('ofPerson', { name: person.displayName })}
                      onClick={() => onTax(person)}
                    >
                      {tax('look')}
                    </Button>
                  ),
              },
            ]
          : []),
        {
          key: 'change',
          title: t('change'),
          align: 'end',
          cell: (person) =>
            person.can.changeMemberships && (
              <Button
                variant="subtle"
                aria-label={t('changeOf', { name: person.displayName })}
                onClick={() => onChange(person)}
              >
                {t('change')}
              </Button>
            ),
        },
      ]}
    />
  )
}

/** Too long for its column, an address breaks before the @ first. */
function Email({ address }: { address: string }) {
  const at = address.lastIndexOf('@')
  return (
    <span className={styles.email}>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  )
}

function Named({ person }: { person: Person }) {
  const t = useWords(peopleWords)
  return (
    <>
      {person.displayName} {person.state === 'left' && <StateChip tone="quiet" label={t('left')} />}
    </>
  )
}

function Roles({ person }: { person: Person }) {
  const t = useWords(peopleWords)
  return (
    <ul className={styles.roles}>
      {person.memberships.map(({ role, team, organisation, order }) => {
        const place = team ?? organisation ?? order
        return <li key={`${role}${place?.id}`}>{place ? `${t(role)} · ${place.name}` : t(role)}</li>
      })}
    </ul>
  )
}
