import { useNavigate } from '@tanstack/react-router'
import { submitTask } from '@tsumugi/kit/contract/answers.ts'
import { listMyAssignments } from '@tsumugi/kit/contract/tasks.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { useState } from 'react'
import type { Desk } from './desk.ts'
import type { Assignment } from './desk-view.ts'
import { dropDraft } from './device-store.ts'
import { useFee } from './use-fee.ts'

/** Hands the work in. Sent again after a lost answer it is still one submission: the server knows the same answer. */
export function useSubmit(assignment: Assignment, desk: Desk) {
  const t = useWords(workWords)
  const fee = useFee()
  const { id: personId } = useMe()
  const { caller, queries } = useClient()
  const toast = useToast()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  // Nothing on this page is to be read again before it is left: it would show work that is not in hand any more.
  const change = useChange(submitTask, { topics: [] })
  const assignmentId = assignment.id

  async function send(note: string) {
    setBusy(true)
    desk.pause(true)
    try {
      const { answer } = desk.snapshot().work
      await change.mutateAsync({ params: { assignmentId }, body: { answer, note, activeSeconds: desk.seconds } })
    } catch {
      desk.pause(false)
      return setBusy(false)
    }
    desk.close({ isOver: true })
    await dropDraft({ personId, assignmentId }).catch(() => undefined)
    const said = t('submitted', { yen: fee(assignment) })
    const mine = await caller.call(listMyAssignments).catch(() => null)
    const next = mine?.assignments.find(({ id, state }) => state === 'claimed' && id !== assignmentId)
    if (next) {
      const label = t('nextTask', { number: next.number, yen: fee(next) })
      toast.doneWithNext(said, label, () => void navigate({ to: `/work/${next.id}` }))
    } else toast.done(said)
    await navigate({ to: '/' })
    void queries.invalidateQueries()
  }

  return { send, isBusy, failure: isBusy ? null : change.error }
}
