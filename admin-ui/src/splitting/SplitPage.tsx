import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { cancelSplit } from '@tsumugi/kit/contract/splitting.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Progress } from '@tsumugi/kit/ui/parts/Progress.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { splittingWords } from '@tsumugi/kit/words/splitting.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Order } from '../orders/order-look.ts'
import { SplitPlan } from './SplitPlan.tsx'

/** Cuts an agreed order into tasks: plan with a preview, one confirm, progress, and what comes next. */
export function SplitPage() {
  const t = useWords(splittingWords)
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string }
  const order = useAnswer(getOrder, { params: { orderId } }, { topics: [`order:${orderId}`, 'split'] })
  return (
    <Page
      title={t('title')}
      lead={order.data?.can.split && t('lead')}
      back={<Link to={`/orders/${orderId}`}>{order.data?.title ?? t('order')}</Link>}
    >
      <Answered of={order}>{(data) => <SplitState order={data} />}</Answered>
    </Page>
  )
}

function SplitState({ order }: { order: Order }) {
  const t = useWords(splittingWords)
  const { number } = useFormats()
  const cancel = useChange(cancelSplit)
  const { split } = order
  if (split?.state === 'running') {
    return (
      <Sheet>
        <Progress
          label={t('running')}
          done={split.tasksMade}
          total={split.tasksTotal}
          {...(order.can.cancelSplit && { onCancel: () => cancel.mutate({ params: { orderId: order.id } }) })}
        />
        <p>{t('runningLead')}</p>
      </Sheet>
    )
  }
  if (split?.state === 'done') {
    return (
      <EmptyState
        title={t('done', { count: number(split.tasksTotal) })}
        action={
          <>
            {order.can.allot && (
              <Button component={Link} to={`/orders/${order.id}/allotment`}>
                {t('toAllot')}
              </Button>
            )}
            {order.can.cancelSplit && <UndoSplit order={order} />}
          </>
        }
      >
        {order.can.allot && t('doneHelp')}
      </EmptyState>
    )
  }
  if (!order.can.split) return <EmptyState title={t('notNow')}>{t('notNowHelp')}</EmptyState>
  return (
    <>
      {split?.state === 'failed' && <EmptyState title={t('failed')}>{t('failedHelp')}</EmptyState>}
      <SplitPlan order={order} />
    </>
  )
}

function UndoSplit({ order }: { order: Order }) {
  const t = useWords(splittingWords)
  const cancel = useChange(cancelSplit)
  return (
    <ConfirmAction
      variant="subtle"
      label={t('undo')}
      title={t('undoTitle')}
      confirmLabel={t('undo')}
      onConfirm={() => cancel.mutateAsync({ params: { orderId: order.id } })}
    >
      {t('undoText')}
    </ConfirmAction>
  )
}
