import { IconCalendarMonth, IconChecklist, IconSun, IconUser } from '@tabler/icons-react'
import type { Me } from '@tsumugi/kit/ui/app/me.ts'
import type { NavEntry } from '@tsumugi/kit/ui/app/nav-entry.ts'
import { navWords } from '@tsumugi/kit/words/nav.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useFind } from './use-find.tsx'

/** The main pages of the worker's screen, in the order of the day. */
export function useNav(me: Me): readonly NavEntry[] {
  const { can } = me
  useFind(me)
  const t = useWords(navWords)
  return [
    ...(can['assignment.list'] ? [{ to: '/', label: t('today'), icon: IconSun }] : []),
    ...(can['review.list'] ? [{ to: '/review', label: t('review'), icon: IconChecklist }] : []),
    ...(can['month.read'] ? [{ to: '/month', label: t('month'), icon: IconCalendarMonth }] : []),
    { to: '/me', label: t('me'), icon: IconUser },
  ]
}
