import { Button } from '@mantine/core'
import type { AnswerOf } from '../../contract/endpoint.ts'
import { grantMoreTime, type listMoreTime, refuseMoreTime } from '../../contract/more-time.ts'
import { moreTimeWords } from '../../words/more-time.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { useChange } from '../client/use-change.ts'
import { ConfirmAction } from '../parts/ConfirmAction.tsx'
import { FailureNote } from '../parts/ErrorState.tsx'
import { useToast } from '../parts/use-toast.tsx'

/** Minutes somebody asked for. */
export type MoreTimeAsk = AnswerOf<typeof listMoreTime>['asks'][number]

/** The two answers to somebody who needs more minutes; nothing for whom may not give one. */
export function AnswerMoreTime({ ask: { id: moreTimeId, person, minutes: more, agreedMinutes, can } }: AnswerProps) {
  const t = useWords(moreTimeWords)
  const { minutes } = useFormats()
  const toast = useToast()
  const grant = useChange(grantMoreTime)
  const refuse = useChange(refuseMoreTime)
  const { name } = person
  return (
    <>
      {can.grant && (
        <Button
          loading={grant.isPending}
          onClick={() =>
            void grant.mutateAsync({ params: { moreTimeId } }).then(
              () => toast.done(t('grantedTo', { name, now: minutes(agreedMinutes + more) })),
              () => undefined,
            )
          }
        >
          {t('grant', { time: minutes(more) })}
        </Button>
      )}
      {can.refuse && (
        <ConfirmAction
          variant="subtle"
          label={t('refuse')}
          title={t('refuseTitle', { name })}
          confirmLabel={t('refuse')}
          withReason
          onConfirm={async (reason) => {
            await refuse.mutateAsync({ params: { moreTimeId }, body: { reason } })
            toast.done(t('refusedTo', { name }))
          }}
        >
          {t('refuseText')}
        </ConfirmAction>
      )}
      {grant.error && <FailureNote failure={grant.error} />}
    </>
  )
}

interface AnswerProps {
  ask: MoreTimeAsk
}
