import { IconFileText, IconPencil } from '@tabler/icons-react'
import { listMyAssignments } from '@tsumugi/kit/contract/tasks.ts'
import type { Me } from '@tsumugi/kit/ui/app/me.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useCommands } from '@tsumugi/kit/ui/parts/CommandPalette.tsx'
import { shell } from '@tsumugi/kit/words/shell.ts'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** Ctrl+K finds the terms notices and, by title or number, the tasks one has in hand. */
export function useFind({ can }: Me): void {
  const { caller } = useClient()
  const t = useWords(todayWords)
  const terms = useWords(termsWords)
  const shellWords = useWords(shell)
  const has = (label: string, query: string) => label.toLowerCase().includes(query.toLowerCase())
  useCommands((query) => {
    if (!can['terms_notice.list'] || !has(terms('listTitle'), query)) return []
    const icon = <IconFileText size={20} aria-hidden />
    return [{ id: 'page-terms', group: shellWords('pages'), label: terms('listTitle'), to: '/me/terms', icon }]
  })
  useCommands(async (query, signal) => {
    if (!can['assignment.list'] || query === '') return []
    const { assignments } = await caller.callUntil(signal, listMyAssignments)
    return assignments
      .map(({ id, order, number, state }) => ({
        id: `task-${id}`,
        group: t('resumeTitle'),
        label: `${order.title} ${t('task', { number })}`,
        detail: t(state === 'returned' || state === 'submitted' ? state : 'claimed'),
        to: `/work/${id}`,
        icon: <IconPencil size={20} aria-hidden />,
      }))
      .filter(({ label }) => has(label, query))
  })
}
