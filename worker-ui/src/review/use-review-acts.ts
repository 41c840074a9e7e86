import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import { checkAnswer, hasError, type Problem } from '@tsumugi/kit/surfaces/image/check.ts'
import { useState } from 'react'
import type { useDecision } from './use-decision.ts'
import type { Reviewing } from './use-reviewing.ts'

interface ActInputs {
  reviewing: Reviewing
  decision: ReturnType<typeof useDecision>
  /** The answer as the reviewer corrects it. */
  fixed: ImageAnswer
  onPins: () => void
  onPicture: () => void
}

/** What each key and button does: at once where all is there, else to what is missing. */
export function useReviewActs({ reviewing, decision, fixed, onPins, onPicture }: ActInputs) {
  const { prepared, assignment } = reviewing
  const [isFixing, setFixing] = useState(false)
  const [asks, setAsks] = useState<'accept' | 'problems' | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  return {
    isFixing,
    asks,
    problems,
    closeQuestion: () => setAsks(null),
    discardFix: () => {
      reviewing.change(() => ({ fixed: null }))
      setFixing(false)
    },
    acceptAnyway: () => {
      setAsks(null)
      void decision.accept()
    },
    accept: () => (prepared.pins.length > 0 ? setAsks('accept') : void decision.accept()),
    sendBack: () => {
      if (prepared.pins.length === 0) {
        onPins()
        onPicture()
      } else if (!reviewing.askForMissing()) void decision.sendBack()
    },
    fix: () => {
      setFixing(!isFixing)
      onPicture()
    },
    fixAccept: () => {
      const found = checkAnswer(fixed, assignment)
      setProblems(found)
      if (hasError(found)) setAsks('problems')
      else void decision.fix(fixed)
    },
  }
}
