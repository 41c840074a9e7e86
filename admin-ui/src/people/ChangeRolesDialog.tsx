import { Button } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changeMemberships, type listPeople } from '@tsumugi/kit/contract/people.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { type ChosenRole, membershipsOf, RolesEditor } from './RolesEditor.tsx'

export type Person = AnswerOf<typeof listPeople>['rows'][number]

/** Replaces somebody's roles. */
export function ChangeRolesDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords(peopleWords)
  const toast = useToast()
  const [chosen, setChosen] = useState<ChosenRole[]>(() =>
    person.memberships.map(({ role, team, organisation, order }, key) => ({
      key,
      role,
      placeId: (team ?? organisation ?? order)?.id ?? '',
    })),
  )
  const change = useChange(changeMemberships, {
    onDone: () => {
      toast.done(t('rolesSaved', { name: person.displayName }))
      onClose()
    },
  })
  const save = () => change.mutate({ params: { personId: person.id }, body: { memberships: membershipsOf(chosen) } })
  return (
    <Dialog isOpen onClose={onClose} title={t('changeOf', { name: person.displayName })}>
      <RolesEditor chosen={chosen} onChange={setChosen} />
      {change.error && <FailureNote failure={change.error} />}
      <Button mt="md" loading={change.isPending} onClick={save}>
        {t('saveRoles')}
      </Button>
    </Dialog>
  )
}
