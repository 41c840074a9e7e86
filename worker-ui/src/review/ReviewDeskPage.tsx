import { useParams } from '@tanstack/react-router'
import { ErrorState } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Assignment } from '../work/desk-view.ts'
import { Plain } from '../work/Plain.tsx'
import { useFreshAssignment } from '../work/use-fresh-assignment.ts'
import { ReviewDesk } from './ReviewDesk.tsx'
import { usePrepared } from './use-prepared.ts'

/** One assignment's newest submission, to be decided on. */
export function ReviewDeskPage() {
  const t = useWords(reviewWords)
  const { assignmentId = '' } = useParams({ strict: false }) as { assignmentId?: string }
  const { data, error, refetch } = useFreshAssignment(assignmentId)
  const submissionId = data?.submissions.at(-1)?.id
  if (data && submissionId) return <Opened key={submissionId} assignment={data} submissionId={submissionId} />
  const back = { to: '/review', label: t('backToQueue') }
  return (
    <Plain title={error ? t('title') : t('opening')} back={back}>
      {error ? <ErrorState failure={error} onRetry={() => void refetch()} /> : <Loading kind="picture" />}
    </Plain>
  )
}

function Opened({ assignment, submissionId }: { assignment: Assignment; submissionId: string }) {
  const t = useWords(reviewWords)
  const { prepared, change, drop } = usePrepared(submissionId)
  if (!prepared) return <Plain title={t('opening')} />
  return <ReviewDesk {...{ assignment, submissionId, prepared, change, drop }} />
}
