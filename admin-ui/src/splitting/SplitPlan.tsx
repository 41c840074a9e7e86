import { Button, NumberInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { previewSplit, startSplit } from '@tsumugi/kit/contract/splitting.ts'
import { imagesPerAnswerMax } from '@tsumugi/kit/surfaces/image/answer.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Figure, Figures } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { splittingWords } from '@tsumugi/kit/words/splitting.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { daysBetween, todayInJapan } from '../orders/japan-days.ts'
import type { Order } from '../orders/order-look.ts'
import styles from './SplitPlan.module.css'

type Preview = AnswerOf<typeof previewSplit>

/** Half an hour of work is a good size for a task. */
const goodTaskSeconds = 1800

/** How many images go together, with everything that follows from it before anything is made. */
export function SplitPlan({ order }: { order: Order }) {
  const t = useWords(splittingWords)
  const { number } = useFormats()
  const [unitsPerTask, setUnits] = useState(() => suggestedUnits(order))
  const [overlap, setOverlap] = useState(1)
  const [plan] = useDebouncedValue({ unitsPerTask, overlap }, 200)
  const preview = useAnswer(previewSplit, { params: { orderId: order.id }, query: plan }, { keepPrevious: true })
  const isShown = !preview.isPlaceholderData && plan.unitsPerTask === unitsPerTask && plan.overlap === overlap
  // The preview is of something that cannot be planned a second time, so only the order is read again.
  const start = useChange(startSplit, { topics: ['order', `order:${order.id}`] })
  return (
    <>
      <Section title={t('plan')} sheet>
        <div className={styles.fields}>
          <NumberInput
            label={t('perTask')}
            description={t('perTaskHelp')}
            value={unitsPerTask}
            min={1}
            max={Math.min(imagesPerAnswerMax, Math.max(1, order.items))}
            allowDecimal={false}
            clampBehavior="strict"
            hideControls
            onChange={(value) => setUnits(Number(value) || 1)}
          />
          <NumberInput
            label={t('overlap')}
            description={t('overlapHelp')}
            value={overlap}
            min={1}
            max={5}
            allowDecimal={false}
            clampBehavior="strict"
            hideControls
            onChange={(value) => setOverlap(Number(value) || 1)}
          />
        </div>
      </Section>
      <Answered of={preview}>
        {(data) => (
          <>
            <PlanFigures preview={data} />
            <Samples preview={data} />
            {start.error && <FailureNote failure={start.error} />}
            <div className={styles.confirm}>
              <Button
                size="md"
                loading={start.isPending}
                // What is confirmed is what is shown, not what is still being typed.
                disabled={!order.can.split || !isShown}
                onClick={() => start.mutate({ params: { orderId: order.id }, body: { unitsPerTask, overlap } })}
              >
                {t('confirm', { count: number(data.tasks) })}
              </Button>
            </div>
          </>
        )}
      </Answered>
    </>
  )
}

function PlanFigures({ preview }: { preview: Preview }) {
  const t = useWords(splittingWords)
  const { number, minutes, yen, day } = useFormats()
  const payYen = preview.workerPayYen + preview.reviewPayYen
  const pay = (amount: number) => (preview.isAtMost ? t('atMost', { yen: yen(amount) }) : yen(amount))
  const overYen = payYen - preview.quotedCostYen
  const daysLeft = preview.dueOn ? daysBetween(todayInJapan(), preview.dueOn) : 0
  return (
    <Section title={t('comesTo')} sheet>
      <Figures>
        <Figure
          label={t('tasks')}
          value={t('tasksValue', { count: number(preview.tasks) })}
          note={t('units', { count: number(preview.units) })}
        />
        <Figure label={t('eachTakes')} value={minutes(preview.secondsPerTask / 60, true)} />
        <Figure label={t('eachPays')} value={pay(preview.feePerTaskYen)} />
        <Figure label={t('total')} value={minutes(preview.secondsTotal / 60, true)} />
        <Figure
          label={t('cost')}
          value={pay(payYen)}
          note={t('costNote', { work: pay(preview.workerPayYen), review: pay(preview.reviewPayYen) })}
        />
        <Figure
          label={t('quoted')}
          value={pay(preview.quotedCostYen)}
          {...(overYen > 0 && { note: t('overQuote', { over: yen(overYen) }) })}
        />
        {preview.dueOn && daysLeft > 0 && (
          <Figure
            label={t('pace')}
            value={minutes(preview.secondsTotal / 60 / daysLeft, true)}
            note={t('paceNote', { due: day(preview.dueOn, 'short'), days: number(daysLeft) })}
          />
        )}
      </Figures>
    </Section>
  )
}

function Samples({ preview }: { preview: Preview }) {
  const t = useWords(splittingWords)
  const { number, yen } = useFormats()
  return (
    <Section title={t('samples')} lead={t('samplesLead')}>
      <ul className={styles.samples}>
        {preview.samples.map((sample) => (
          <li key={sample.number} className={styles.sample}>
            <div className={styles.sampleHead}>
              <strong>{t('task', { number: number(sample.number) })}</strong>
              <span>
                {t('taskFacts', {
                  units: number(sample.units),
                  fee: preview.isAtMost ? t('atMost', { yen: yen(sample.feeYen) }) : yen(sample.feeYen),
                })}
              </span>
            </div>
            <div className={styles.pictures}>
              {sample.items.map((item) => (
                <img key={item.id} src={item.thumbnailUrl} alt={item.name} loading="lazy" className={styles.picture} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function suggestedUnits(order: Order): number {
  const agreed = order.quotes.find((quote) => quote.state === 'agreed')?.inside
  const byTime = Math.round(goodTaskSeconds / (agreed?.secondsPerUnit ?? goodTaskSeconds))
  return Math.min(Math.max(1, agreed?.unitsPerTask ?? byTime), Math.max(1, order.items))
}
