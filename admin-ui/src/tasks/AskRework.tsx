import { reworkTasks } from '@tsumugi/kit/contract/tasks.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { taskWords } from '@tsumugi/kit/words/tasks.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Order } from '../orders/order-look.ts'
import styles from './TasksPage.module.css'

interface AskReworkProps {
  order: Order
  /** Numbers of tasks. */
  chosen: readonly number[]
  onAsked: () => void
}

/** Asks for the chosen tasks to be done again; what the client wrote stands ready as the reason. */
export function AskRework({ order, chosen, onAsked }: AskReworkProps) {
  const t = useWords(taskWords)
  const toast = useToast()
  const rework = useChange(reworkTasks)
  const count = chosen.length
  const [newest] = order.deliveries
  return (
    <div className={styles.ask}>
      <ConfirmAction
        label={count > 0 ? t('rework', { count }) : t('reworkNone')}
        title={t('reworkTitle', { count })}
        confirmLabel={t('reworkDo')}
        disabled={count === 0}
        withReason
        firstReason={newest?.state === 'change_requested' ? (newest.reason ?? '') : ''}
        onConfirm={async (reason) => {
          const body = { tasks: [...chosen], reason }
          const { opened } = await rework.mutateAsync({ params: { orderId: order.id }, body })
          toast.done(t('reworkDone', { count: opened }))
          onAsked()
        }}
      >
        {t('reworkText')}
      </ConfirmAction>
    </div>
  )
}
