import type { ImageMarks } from './answer.ts'

/** What can be undone and redone on one image. The present itself is kept by whoever owns the answer. */
export interface ShapeHistory {
  readonly past: readonly ImageMarks[]
  readonly future: readonly ImageMarks[]
}

/** Steps that can be taken back; older ones are forgotten. Steps share their unchanged shapes, so this is cheap. */
export const stepsMax = 300

/** Nothing done yet. */
export const emptyHistory: ShapeHistory = { past: [], future: [] }

/** The history after a change; `before` is what was there. What had been undone can no longer be redone. */
export function recorded(history: ShapeHistory, before: ImageMarks): ShapeHistory {
  return { past: [...history.past, before].slice(-stepsMax), future: [] }
}

/** One step back from `present`, or null when there is none. */
export function undone(
  history: ShapeHistory,
  present: ImageMarks,
): { history: ShapeHistory; marks: ImageMarks } | null {
  const marks = history.past.at(-1)
  if (marks === undefined) return null
  return { marks, history: { past: history.past.slice(0, -1), future: [...history.future, present] } }
}

/** One step forward again from `present`, or null when there is none. */
export function redone(
  history: ShapeHistory,
  present: ImageMarks,
): { history: ShapeHistory; marks: ImageMarks } | null {
  const marks = history.future.at(-1)
  if (marks === undefined) return null
  return { marks, history: { past: [...history.past, present], future: history.future.slice(0, -1) } }
}
