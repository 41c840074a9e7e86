import { Button } from '@mantine/core'
import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { common } from '@tsumugi/kit/words/common.ts'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { ProblemList } from '../work/ProblemList.tsx'
import { placeOf } from '../work/place-of-problem.ts'
import styles from './Review.module.css'
import type { useReviewActs } from './use-review-acts.ts'
import type { Reviewing } from './use-reviewing.ts'

interface ReviewQuestionsProps {
  reviewing: Reviewing
  acts: ReturnType<typeof useReviewActs>
  fixed: ImageAnswer
}

/** What stands between a key and a decision that cannot be taken back: pins that would not be sent, places to mend. */
export function ReviewQuestions({ reviewing, acts, fixed }: ReviewQuestionsProps) {
  const t = useWords(reviewWords)
  const words = useWords(common)
  const { yen } = useFormats()
  const { assignment, prepared, walk } = reviewing
  const { asks, closeQuestion } = acts
  return (
    <>
      <Dialog isOpen={asks === 'accept'} onClose={closeQuestion} title={t('acceptAnyway')}>
        <p>{t('acceptAnywayText', { count: prepared.pins.length })}</p>
        <div className={styles.end}>
          <Button variant="subtle" color="gray" onClick={closeQuestion}>
            {words('cancel')}
          </Button>
          <Button data-autofocus onClick={acts.acceptAnyway}>
            {t('accept', { yen: yen(assignment.feeYen) })}
          </Button>
        </div>
      </Dialog>
      <Dialog isOpen={asks === 'problems'} onClose={closeQuestion} title={t('fixProblems')} size="lg">
        <ProblemList
          assignment={assignment}
          answer={fixed}
          problems={acts.problems}
          severity="error"
          onShow={(problem) => {
            closeQuestion()
            walk.show(placeOf(problem, fixed))
          }}
        />
      </Dialog>
    </>
  )
}
