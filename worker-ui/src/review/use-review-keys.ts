import { type Shortcut, useShortcuts } from '@tsumugi/kit/ui/parts/shortcuts.tsx'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { useEffect, useRef } from 'react'
import { useSurfaceShortcuts } from '../work/use-work-keys.ts'
import type { Reviewing } from './use-reviewing.ts'

interface ReviewKeys {
  reviewing: Reviewing
  isReady: boolean
  isFixing: boolean
  side: string | null
  onSide: (key: string | null) => void
  accept: () => void
  sendBack: () => void
  fix: () => void
  fixAccept: () => void
}

/** A key still held from the last decision must not decide the next submission unseen. */
const unseenMs = 600
/** Keys of the picture that mean nothing while one only looks. */
const drawingKeys = /^(B|G|O|Delete|Ctrl \+ (Z|C|D|Enter)|Ctrl \+ Shift|1 –|I$|Backspace|Alt)/

/** One key for each decision, and the way from image to image. */
export function useReviewKeys(keys: ReviewKeys): void {
  const t = useWords(reviewWords)
  const work = useWords(workWords)
  const { reviewing, isReady, isFixing, side, onSide } = keys
  const openedAt = useRef(0)
  useEffect(() => {
    openedAt.current = performance.now()
  }, [])
  const seen = (act: () => void) => () => {
    if (performance.now() - openedAt.current > unseenMs) act()
  }
  const turn = (step: 1 | -1) => {
    const { items } = reviewing.assignment
    const next = items[items.findIndex(({ id }) => id === reviewing.walk.itemId) + step]
    if (next) reviewing.walk.setItemId(next.id)
  }
  const decisions: Shortcut[] = isFixing
    ? [{ keys: 'Mod+Enter', label: t('shortcutConfirm'), enabled: isReady, run: keys.fixAccept }]
    : [
        { keys: 'a', label: t('shortcutAccept'), enabled: isReady, run: seen(keys.accept) },
        { keys: 'r', label: t('shortcutReturn'), enabled: isReady, run: seen(keys.sendBack) },
      ]
  useShortcuts([
    ...decisions,
    { keys: 'f', label: t('shortcutFix'), enabled: isReady, run: seen(keys.fix) },
    { keys: 'j', label: t('shortcutNext'), run: () => turn(1) },
    { keys: 'k', label: t('shortcutPrevious'), run: () => turn(-1) },
    { keys: 'n', label: t('shortcutNext'), run: () => turn(1) },
    { keys: 'p', label: t('shortcutPrevious'), run: () => turn(-1) },
    { keys: '/', label: work('shortcutManual'), run: () => onSide('manual') },
    { keys: 'l', label: work('shortcutSide'), run: () => onSide(side === null ? 'pins' : null) },
    ...useSurfaceShortcuts((name) => (isFixing || !drawingKeys.test(name)) && name !== 'N / P'),
  ])
}
