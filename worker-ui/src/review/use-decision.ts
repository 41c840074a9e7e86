import { useNavigate } from '@tanstack/react-router'
import { acceptSubmission, fixSubmission, returnSubmission } from '@tsumugi/kit/contract/reviews.ts'
import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useRef, useState } from 'react'
import type { Assignment } from '../work/desk-view.ts'
import type { Prepared } from './use-prepared.ts'
import { nextIn, useQueue } from './use-queue.ts'

interface DecisionInputs {
  assignment: Assignment
  submissionId: string
  prepared: Prepared
  drop: () => Promise<unknown>
}

/** The three decisions. After one, the next submission of the queue opens by itself. */
export function useDecision({ assignment, submissionId, prepared, drop }: DecisionInputs) {
  const t = useWords(reviewWords)
  const toast = useToast()
  const navigate = useNavigate()
  const { queries } = useClient()
  const queue = useQueue()
  // Read again only after this page is left: it would say that the submission is decided, which everybody here knows.
  const quiet = { topics: [] }
  const accept = useChange(acceptSubmission, quiet)
  const sendBack = useChange(returnSubmission, quiet)
  const fix = useChange(fixSubmission, quiet)
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  // Two keys pressed quickly are one decision.
  const deciding = useRef(false)
  const params = { submissionId }
  const task = t('taskOf', { order: assignment.order.title, number: assignment.number })
  const comment = prepared.comment.trim()

  async function goOn() {
    const next = nextIn(queue.data?.waiting ?? [], assignment.id)
    if (!next) toast.done(t('queueEmpty'))
    await navigate({ to: next ? `/review/${next.assignmentId}` : '/review', replace: true })
    void queries.invalidateQueries()
  }

  async function decide(send: () => Promise<unknown>, said: string) {
    if (deciding.current) return
    deciding.current = true
    setBusy(true)
    setFailure(null)
    try {
      await send()
    } catch (thrown) {
      setFailure(thrown)
      deciding.current = false
      return setBusy(false)
    }
    await drop()
    toast.done(said)
    await goOn()
  }

  return {
    failure,
    isBusy,
    goOn,
    forget: () => setFailure(null),
    accept: () => decide(() => accept.mutateAsync({ params, body: { comment } }), t('accepted', { task })),
    sendBack: () => {
      const pins = prepared.pins.map(({ itemId, x, y, clauseId, message }) => {
        return { itemId, x, y, clauseId: clauseId ?? '', message: message.trim() }
      })
      return decide(
        () => sendBack.mutateAsync({ params, body: { comment, pins } }),
        t('returned', { task, count: pins.length }),
      )
    },
    fix: (answer: ImageAnswer) =>
      decide(() => fix.mutateAsync({ params, body: { comment, answer } }), t('fixed', { task })),
  }
}
