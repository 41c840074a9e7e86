import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { MembershipInput } from '@tsumugi/kit/contract/people.ts'
import { type Role, roles } from '@tsumugi/kit/contract/roles.ts'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { placeKindOf, usePlaces } from './places.ts'
import styles from './RolesEditor.module.css'

/** A role being chosen; `placeId` is empty until chosen, or where the role needs none. */
export interface ChosenRole {
  key: number
  role: Role
  placeId: string
}

/** The chosen roles as the contract wants them. */
export function membershipsOf(chosen: readonly ChosenRole[]): MembershipInput[] {
  return chosen.map(({ role, placeId }) => {
    const kind = placeKindOf(role)
    if (kind === null || placeId === '') return { role }
    if (kind === 'team') return { role, teamId: placeId }
    return kind === 'order' ? { role, orderId: placeId } : { role, organisationId: placeId }
  })
}

interface RolesEditorProps {
  chosen: readonly ChosenRole[]
  onChange: (chosen: ChosenRole[]) => void
}

/** Several roles, each with the place it holds in. */
export function RolesEditor({ chosen, onChange }: RolesEditorProps) {
  const t = useWords(peopleWords)
  const places = usePlaces()
  const change = (key: number, part: Partial<ChosenRole>) =>
    onChange(chosen.map((each) => (each.key === key ? { ...each, ...part } : each)))
  return (
    <div>
      <fieldset className={styles.rows}>
        <legend className={styles.legend}>{t('roles')}</legend>
        {chosen.map(({ key, role, placeId }) => {
          const kind = placeKindOf(role)
          return (
            <div key={key} className={styles.row}>
              <NativeSelect
                label={t('role')}
                value={role}
                onChange={(event) => change(key, { role: event.currentTarget.value as Role, placeId: '' })}
                data={roles.map((each) => ({ value: each, label: t(each) }))}
              />
              <NativeSelect
                label={t('place')}
                value={placeId}
                disabled={kind === null}
                onChange={(event) => change(key, { placeId: event.currentTarget.value })}
                data={[
                  { value: '', label: kind === null ? '—' : t('choosePlace') },
                  ...(kind === null ? [] : places[kind]),
                ]}
              />
              <ActionIcon
                size={44}
                variant="subtle"
                color="gray"
                aria-label={t('removeRole')}
                disabled={chosen.length === 1}
                onClick={() => onChange(chosen.filter((each) => each.key !== key))}
              >
                <IconTrash aria-hidden />
              </ActionIcon>
            </div>
          )
        })}
      </fieldset>
      <Button
        variant="subtle"
        leftSection={<IconPlus aria-hidden size={18} />}
        onClick={() => onChange([...chosen, newRole(chosen)])}
      >
        {t('addRole')}
      </Button>
    </div>
  )
}

/** One more role to choose, a worker's at first. */
export function newRole(chosen: readonly ChosenRole[]): ChosenRole {
  return { key: 1 + Math.max(0, ...chosen.map((each) => each.key)), role: 'worker', placeId: '' }
}
