import { getAssignment } from '@tsumugi/kit/contract/tasks.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { answerKey, useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useEffect } from 'react'

/** An assignment as it stands now: never one read on an earlier visit, whose draft may be behind this device. */
export function useFreshAssignment(assignmentId: string) {
  const { queries } = useClient()
  const query = useAnswer(getAssignment, { params: { assignmentId } }, { topics: [`assignment:${assignmentId}`] })
  useEffect(() => {
    const queryKey = answerKey(getAssignment, { params: { assignmentId } })
    return () => void queries.invalidateQueries({ queryKey, refetchType: 'none' })
  }, [queries, assignmentId])
  return { ...query, data: query.isFetchedAfterMount ? query.data : undefined }
}
