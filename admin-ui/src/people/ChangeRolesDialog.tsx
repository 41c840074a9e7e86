import { Button } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changeMemberships, listPeople, type MembershipInput } from '@tsumugi/kit/contract/people.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useBothVersions, type VersionLine } from '@tsumugi/kit/ui/form/BothVersions.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { placeKindOf, usePlaces } from './places.ts'
import { type ChosenRole, membershipsOf, RolesEditor } from './RolesEditor.tsx'

export type Person = AnswerOf<typeof listPeople>['rows'][number]

/** Replaces somebody's roles. */
export function ChangeRolesDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords(peopleWords)
  const toast = useToast()
  const { caller } = useClient()
  const [chosen, setChosen] = useState<ChosenRole[]>(() => chosenOf(rolesOf(person)))
  const [failure, setFailure] = useState<unknown>(null)
  const change = useChange(changeMemberships)
  const both = useBothVersions<MembershipInput[]>({
    read: { version: person.version, value: rolesOf(person) },
    async readAgain() {
      const { rows } = await caller.call(listPeople, { query: { search: person.email } })
      const now = rows.find(({ id }) => id === person.id) ?? person
      return { version: now.version, value: rolesOf(now) }
    },
    save: (memberships, version) =>
      change.mutateAsync({ params: { personId: person.id }, body: { memberships, version } }),
    onSaved: () => {
      toast.done(t('rolesSaved', { name: person.displayName }))
      onClose()
    },
    onTheirs: (theirs) => setChosen(chosenOf(theirs)),
    linesOf: useRoleLines(),
  })
  const save = () => {
    setFailure(null)
    both.save(membershipsOf(chosen)).catch(setFailure)
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('changeOf', { name: person.displayName })}>
      <RolesEditor chosen={chosen} onChange={setChosen} />
      {failure !== null && <FailureNote failure={failure} />}
      <Button mt="md" loading={change.isPending} onClick={save}>
        {t('saveRoles')}
      </Button>
      {both.choice}
    </Dialog>
  )
}

function rolesOf({ memberships }: Person): MembershipInput[] {
  return memberships.map(({ role, team, organisation, order }) => ({
    role,
    ...(team && { teamId: team.id }),
    ...(organisation && { organisationId: organisation.id }),
    ...(order && { orderId: order.id }),
  }))
}

function chosenOf(memberships: readonly MembershipInput[]): ChosenRole[] {
  return memberships.map(({ role, teamId, organisationId, orderId }, key) => ({
    key,
    role,
    placeId: teamId ?? organisationId ?? orderId ?? '',
  }))
}

/** Roles in words, for choosing between two versions of them. */
function useRoleLines(): (memberships: MembershipInput[]) => VersionLine[] {
  const t = useWords(peopleWords)
  const places = usePlaces()
  return (memberships) =>
    chosenOf(memberships).map(({ role, placeId }) => {
      const kind = placeKindOf(role)
      const place = kind === null ? undefined : places[kind].find(({ value }) => value === placeId)
      return { name: t(role), text: place?.label ?? '' }
    })
}
