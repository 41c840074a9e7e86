import { useParams } from '@tanstack/react-router'
import { Refused } from '@tsumugi/kit/ui/client/refused.ts'
import { ErrorState } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { LostWork } from './LostWork.tsx'
import { Plain } from './Plain.tsx'
import { SeenWork } from './SeenWork.tsx'
import { useFreshAssignment } from './use-fresh-assignment.ts'
import { WorkDesk } from './WorkDesk.tsx'

/** One assignment: to work on, to take up again, or to look at, as it stands. */
export function WorkPage() {
  const t = useWords(workWords)
  const { assignmentId = '' } = useParams({ strict: false }) as { assignmentId?: string }
  const { data, error, refetch } = useFreshAssignment(assignmentId)
  const again = () => void refetch()
  if (!data) {
    if (error instanceof Refused && error.status === 404) return <LostWork assignmentId={assignmentId} />
    if (error) {
      return (
        <Plain title={t('goneTitle')}>
          <ErrorState failure={error} onRetry={again} />
        </Plain>
      )
    }
    return (
      <Plain title={t('reading')}>
        <Loading kind="picture" />
      </Plain>
    )
  }
  // Read again after somebody else took it: the answer kept from before would still let one draw.
  if (error instanceof Refused && error.status === 404) return <LostWork assignmentId={assignmentId} />
  if (data.can.saveDraft) return <WorkDesk key={data.id} assignment={data} onReread={again} />
  if (data.can.resume && data.state !== 'returned') return <LostWork assignmentId={data.id} assignment={data} />
  return <SeenWork key={`${data.id} ${data.state}`} assignment={data} />
}
