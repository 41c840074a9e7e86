import { IconPackage, IconPlus, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { listOrders } from '@tsumugi/kit/contract/orders.ts'
import { listPeople } from '@tsumugi/kit/contract/people.ts'
import type { Me } from '@tsumugi/kit/ui/app/me.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { type Command, useCommands } from '@tsumugi/kit/ui/parts/CommandPalette.tsx'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

const shownMax = 6

/** Lets Ctrl+K find orders by name or number and people by name, as far as this person may see them. */
export function useFinder({ can }: Me): void {
  const { caller } = useClient()
  const navigate = useNavigate()
  const t = useWords(orderWords)
  const people = useWords(peopleWords)

  async function findOrders(search: string, signal: AbortSignal): Promise<Command[]> {
    const query = { limit: shownMax, ...(search && { search }) }
    const { rows } = await caller.callUntil(signal, listOrders, { query })
    return rows.map((order) => ({
      id: `order-${order.id}`,
      group: t('title'),
      label: order.title,
      detail: `T-${order.number} · ${t(order.state)}`,
      icon: <IconPackage size={20} aria-hidden />,
      to: `/orders/${order.id}`,
    }))
  }

  async function findPeople(search: string, signal: AbortSignal): Promise<Command[]> {
    if (search === '') return []
    const { rows } = await caller.callUntil(signal, listPeople, { query: { limit: shownMax, search } })
    return rows.map((person) => ({
      id: `person-${person.id}`,
      group: people('person'),
      label: person.displayName,
      detail: [...new Set(person.memberships.map(({ role }) => people(role)))].join('・'),
      icon: <IconUser size={20} aria-hidden />,
      run: () => void navigate({ to: '/people', search: { search: person.displayName } }),
    }))
  }

  function findActions(search: string): Command[] {
    if (!can['order.create'] || !t('newOrder').toLowerCase().includes(search.toLowerCase())) return []
    const icon = <IconPlus size={20} aria-hidden />
    return [{ id: 'new-order', group: t('title'), label: t('newOrder'), icon, to: '/orders/new' }]
  }

  useCommands(async (search, signal) => {
    const found = await Promise.all([
      Promise.resolve(findActions(search)),
      can['order.list'] ? findOrders(search, signal) : Promise.resolve([]),
      can['person.list'] ? findPeople(search, signal) : Promise.resolve([]),
    ])
    return found.flat()
  })
}
