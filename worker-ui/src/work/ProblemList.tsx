import { Button } from '@mantine/core'
import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { Problem } from '@tsumugi/kit/surfaces/image/check.ts'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { surfaceImage } from '@tsumugi/kit/words/surface-image.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import styles from './Dialogs.module.css'
import type { Assignment } from './desk-view.ts'

/** More than this nobody reads at once; mending the first brings up the next. */
const shownMax = 20

interface ProblemListProps {
  assignment: Assignment
  answer: ImageAnswer
  problems: readonly Problem[]
  severity: Problem['severity']
  onShow: (problem: Problem) => void
}

/** What is wrong or doubtful, each with the way to its place. */
export function ProblemList({ assignment, answer, problems, severity, onShow }: ProblemListProps) {
  const t = useWords(workWords)
  const words = useWords(surfaceImage)
  const found = problems.filter((problem) => problem.severity === severity)
  if (found.length === 0) return null
  const where = ({ itemId, shapeId, label }: Problem) => {
    const image = assignment.items.find(({ id }) => id === itemId)?.name ?? itemId
    const shape = answer.images[itemId]?.shapes.find(({ id }) => id === shapeId)
    const named = shape?.label ?? label
    return named === undefined ? image : t('problemAt', { image, label: named })
  }
  const isError = severity === 'error'
  return (
    <section>
      <h3 className={styles.head}>
        <StateChip
          tone={isError ? 'care' : 'info'}
          label={isError ? t('errorsCount', { count: found.length }) : t('hintsCount', { count: found.length })}
        />
      </h3>
      {!isError && <p>{t('hintsLead')}</p>}
      <ul className={styles.problems}>
        {found.slice(0, shownMax).map((problem, index) => (
          <li key={`${problem.itemId} ${problem.shapeId} ${problem.code} ${problem.label} ${index}`}>
            <div>
              <p className={styles.where}>{where(problem)}</p>
              <p>{words(`problem_${problem.code}`)}</p>
            </div>
            {problem.code !== 'unknown_item' && (
              <Button
                variant="default"
                {...(isError && index === 0 && { 'data-autofocus': true })}
                onClick={() => onShow(problem)}
                aria-label={`${t('seeProblem')}: ${where(problem)}`}
              >
                {t('seeProblem')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.length > shownMax && <p>{t('moreProblems', { count: found.length - shownMax })}</p>}
    </section>
  )
}
