import { agreeQuote, declineQuote } from '@tsumugi/kit/contract/orders.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Order } from './order-look.ts'

/** The client's yes to exactly this quote, or a wish for another. */
export function AnswerQuote({ order, quote }: { order: Order; quote: Order['quotes'][number] }) {
  const t = useWords(orderPageWords)
  const { yen, day } = useFormats()
  const agree = useChange(agreeQuote)
  const decline = useChange(declineQuote)
  const params = { orderId: order.id, quoteId: quote.id }
  const total = yen(quote.totalYen)
  return (
    <>
      <ConfirmAction
        label={t('agree', { total })}
        title={t('agreeTitle')}
        confirmLabel={t('agree', { total })}
        onConfirm={() => agree.mutateAsync({ params })}
      >
        {t('agreeText', { total, due: order.dueOn ? day(order.dueOn) : '—' })}
      </ConfirmAction>
      <ConfirmAction
        variant="default"
        label={t('decline')}
        title={t('declineTitle')}
        confirmLabel={t('declineDo')}
        withReason
        onConfirm={(reason) => decline.mutateAsync({ params, body: { reason } })}
      >
        {t('declineText')}
      </ConfirmAction>
    </>
  )
}
