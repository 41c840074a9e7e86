import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { cancelSplit } from '@tsumugi/kit/contract/splitting.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Progress } from '@tsumugi/kit/ui/parts/Progress.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { orderNowWords } from '@tsumugi/kit/words/order-now.ts'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { AnswerQuote } from './AnswerQuote.tsx'
import { NowPanel } from './NowPanel.tsx'
import { OfferAgain, QuoteForm } from './OfferQuote.tsx'
import type { Order } from './order-look.ts'
import { QuoteContent } from './QuoteSheet.tsx'

// What stands first from the draft to the first task.

interface NowProps {
  order: Order
}

export function AwaitDraftNow() {
  const t = useWords(orderNowWords)
  return <NowPanel isTurn={false} title={t('awaitDraft')} text={t('awaitDraftText')} />
}

export function OfferNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const reason = order.quotes[0]?.declinedReason
  return (
    <NowPanel
      isTurn
      title={reason ? t('offerAnew') : t('offer')}
      text={reason ? t('declinedBecause', { reason }) : t('offerText')}
    >
      <QuoteForm order={order} />
    </NowPanel>
  )
}

export function AwaitQuoteNow() {
  const t = useWords(orderNowWords)
  return <NowPanel isTurn={false} title={t('awaitQuote')} text={t('awaitQuoteText')} />
}

export function AnswerNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const quote = order.quotes[0]
  return (
    <NowPanel
      isTurn
      title={t('answer')}
      text={t('answerText')}
      action={quote && <AnswerQuote order={order} quote={quote} />}
    >
      {quote && <QuoteContent quote={quote} />}
    </NowPanel>
  )
}

export function AwaitAnswerNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const quote = order.quotes[0]
  return (
    <NowPanel
      isTurn={false}
      title={t('awaitAnswer')}
      text={t('awaitAnswerText')}
      action={order.can.offerQuote && <OfferAgain order={order} />}
    >
      {quote && <QuoteContent quote={quote} />}
    </NowPanel>
  )
}

export function SplitNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const page = useWords(orderPageWords)
  const { number } = useFormats()
  return (
    <NowPanel
      isTurn
      title={order.split?.state === 'failed' ? t('splitFailed') : t('split')}
      text={t('splitText', { count: number(order.items) })}
      action={
        <Button component={Link} to={`/orders/${order.id}/split`}>
          {page('toSplit')}
        </Button>
      }
    />
  )
}

export function SplittingNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const toast = useToast()
  const cancel = useChange(cancelSplit, { onRefused: toast.failed })
  return (
    <NowPanel isTurn={false} title={t('splitting')} text={t('splittingText')}>
      <Progress
        label={t('splittingLabel')}
        done={order.split?.tasksMade ?? 0}
        total={order.split?.tasksTotal ?? 0}
        {...(order.can.cancelSplit && { onCancel: () => cancel.mutate({ params: { orderId: order.id } }) })}
      />
    </NowPanel>
  )
}

export function AllotNow({ order }: NowProps) {
  const t = useWords(orderNowWords)
  const page = useWords(orderPageWords)
  const { number } = useFormats()
  const hasManual = order.history.some(({ action }) => action === 'manual.published')
  return (
    <NowPanel
      isTurn
      title={t('allot')}
      text={
        <>
          {t('allotText', { count: number(order.progress.held) })} {!hasManual && t('noManual')}
        </>
      }
      action={
        <>
          <Button component={Link} to={`/orders/${order.id}/allotment`}>
            {page('toAllot')}
          </Button>
          {order.can.cancelSplit && (
            <Button component={Link} to={`/orders/${order.id}/split`} variant="subtle">
              {t('seeSplit')}
            </Button>
          )}
        </>
      }
    />
  )
}

export function AwaitStartNow() {
  const t = useWords(orderNowWords)
  return <NowPanel isTurn={false} title={t('awaitStart')} text={t('awaitStartText')} />
}
