import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getAssignment } from '@tsumugi/kit/contract/tasks.ts'
import type { Refused } from '@tsumugi/kit/ui/client/refused.ts'
import { markOfAnswer } from './answer-mark.ts'
import type { Work } from './device-store.ts'
import type * as sync from './draft-sync.ts'

/** What the work surface needs to know of an assignment. */
export type Assignment = AnswerOf<typeof getAssignment>
type ServerDraft = sync.ServerDraft<Work>

/** What the page shows of the work on the desk; a new object whenever any of it changes. */
export interface DeskView {
  work: Work
  saved: 'saving' | 'saved' | 'here'
  /** The server's last save. */
  savedAt: string | null
  leaseUntil: string | null
  halt: sync.Halt<Work> | null
  /** False when this browser lets nothing be kept on the device. */
  keepsHere: boolean
  /** The server's no to a save that is neither a conflict nor a loss; saving goes on being tried. */
  trouble: Refused | null
  /** Grows whenever a version was set aside. */
  asideTurn: number
}

/** Time worked, for those who show it. */
export interface DeskTime {
  minutes: number
  isActive: boolean
}

/** The mark of what of the work goes to the server. */
export const markOf = ({ answer }: Work): string => markOfAnswer(answer)

/** The server's draft as the rules of saving look at it. */
export function serverDraftOf(draft: Assignment['draft']): ServerDraft | null {
  if (draft === null) return null
  const { answer, activeSeconds, version, savedAt } = draft
  const content: Work = { answer, activeSeconds, unfinished: null, itemId: null }
  return { version, savedAt, content, mark: markOf(content) }
}
