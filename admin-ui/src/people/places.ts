import { listOrders } from '@tsumugi/kit/contract/orders.ts'
import type { Role } from '@tsumugi/kit/contract/roles.ts'
import { listTeams } from '@tsumugi/kit/contract/teams.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useLanguage } from '@tsumugi/kit/words/use-words.ts'

/** A place a role can hold in. */
export interface PlaceChoice {
  value: string
  label: string
}

/** What kind of place a role needs; `null` holds everywhere in the corporation. */
export type PlaceKind = 'team' | 'client' | 'partner' | 'municipality' | 'order'

const placeKinds: Record<Role, PlaceKind | null> = {
  worker: 'team',
  leader: 'team',
  director: 'team',
  coordinator: null,
  office: null,
  payroll: null,
  client: 'client',
  partner: 'partner',
  municipality: 'municipality',
  pro: 'order',
}

export function placeKindOf(role: Role): PlaceKind | null {
  return placeKinds[role]
}

/** The places to choose from, by kind. */
export function usePlaces(): Record<PlaceKind, PlaceChoice[]> {
  const language = useLanguage()
  const teams = useAnswer(listTeams, {})
  const orders = useAnswer(listOrders, { query: { limit: 200 } })
  const nameOf = (place: { name: string; nameEn: string }) => (language === 'ja' ? place.name : place.nameEn)
  const organisations = (kind: string) =>
    (teams.data?.organisations ?? [])
      .filter((organisation) => organisation.kind === kind)
      .map((organisation) => ({ value: organisation.id, label: nameOf(organisation) }))
  return {
    team: (teams.data?.teams ?? []).map((team) => ({ value: team.id, label: nameOf(team) })),
    client: organisations('client'),
    partner: organisations('partner'),
    municipality: organisations('municipality'),
    order: (orders.data?.rows ?? []).map((order) => ({ value: order.id, label: order.title })),
  }
}
