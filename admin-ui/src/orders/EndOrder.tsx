import { NumberInput } from '@mantine/core'
import { cancelOrder } from '@tsumugi/kit/contract/orders.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './EndOrder.module.css'
import type { Order } from './order-look.ts'

/** Ending an order early, with what is owed for work already done; quietly, at the very end of the page. */
export function EndOrder({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const [owedYen, setOwed] = useState(0)
  const cancel = useChange(cancelOrder)
  if (!order.can.cancel) return null
  return (
    <div className={styles.end}>
      <ConfirmAction
        danger
        variant="subtle"
        withReason
        label={t('cancel')}
        title={t('cancelTitle')}
        confirmLabel={t('cancelDo')}
        onConfirm={(reason) => cancel.mutateAsync({ params: { orderId: order.id }, body: { reason, owedYen } })}
      >
        <p className={styles.text}>{t('cancelText')}</p>
        <NumberInput
          label={t('cancelOwed')}
          description={t('cancelOwedHelp')}
          value={owedYen}
          min={0}
          max={1_000_000_000}
          clampBehavior="strict"
          allowDecimal={false}
          thousandSeparator=","
          hideControls
          onChange={(value) => setOwed(Number(value) || 0)}
        />
      </ConfirmAction>
    </div>
  )
}
