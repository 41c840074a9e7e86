import { shortcuts as surfaceShortcuts } from '@tsumugi/kit/surfaces/image/shortcuts.ts'
import { type Shortcut, useShortcuts } from '@tsumugi/kit/ui/parts/shortcuts.tsx'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { Desk } from './desk.ts'
import type { Assignment } from './desk-view.ts'
import { useMarkFixed } from './PinReply.tsx'
import type { PinWalking } from './use-pin-walk.ts'
import type { SideState } from './use-side.ts'

/** The picture's own keys, for the list on `?`; the picture answers to them itself. */
export function useSurfaceShortcuts(isListed: (keys: string) => boolean = () => true): Shortcut[] {
  const language = useLanguage()
  return surfaceShortcuts
    .filter(({ keys }) => isListed(keys))
    .map((shortcut) => ({ keys: shortcut.keys, label: shortcut[language], run: () => undefined, enabled: false }))
}

interface WorkKeys {
  desk: Desk
  assignment: Assignment
  walk: PinWalking
  side: SideState
  onSubmit: () => void
}

/** Keys of the page around the picture. */
export function useWorkKeys({ desk, assignment, walk, side, onSubmit }: WorkKeys): void {
  const t = useWords(workWords)
  const hasPins = assignment.pins.length > 0
  const fixed = useMarkFixed(assignment.id, walk.goToNextOpen)
  const { current } = walk
  const pinKeys: Shortcut[] = [
    { keys: 'j', label: t('shortcutNextPin'), run: () => walk.goBeside(1) },
    { keys: 'k', label: t('shortcutPreviousPin'), run: () => walk.goBeside(-1) },
    {
      keys: 'f',
      label: t('shortcutFixed'),
      enabled: current?.can.answer === true && current.state !== 'fixed' && !fixed.isPending,
      run: () => current && fixed.mutate({ params: { pinId: current.id }, body: { state: 'fixed', message: '' } }),
    },
  ]
  useShortcuts([
    { keys: '/', label: t('shortcutManual'), run: side.searchManual },
    { keys: 'l', label: t('shortcutSide'), run: () => side.toggle(side.open ?? 'manual') },
    ...(hasPins ? pinKeys : []),
    { keys: 'Mod+s', label: t('shortcutSave'), run: () => void desk.flush() },
    { keys: 'Mod+Enter', label: t('shortcutSubmit'), run: onSubmit },
    ...useSurfaceShortcuts((keys) => keys !== 'M'),
  ])
}
