import { Button, Group } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { listPendingTerms, type PendingTermItem } from '@tsumugi/kit/contract/open-terms.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { openTermsWords } from '@tsumugi/kit/words/open-terms.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './OpenTerms.module.css'
import { ChangeDueDay, DecideTerm, MarkTerm } from './OpenTermsForms.tsx'

type Item = AnswerOf<typeof listPendingTerms>['items'][number]
type Asked = { what: 'dueDay' } | { what: 'mark' } | { what: 'decide'; item: PendingTermItem }

/** An order's due day and what of its terms is open: where the office changes the one and decides the other. */
export function OpenTerms({ orderId }: { orderId: string }) {
  const t = useWords(openTermsWords)
  const { day } = useFormats()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data } = useAnswer(listPendingTerms, { params: { orderId } }, { topics: [`order:${orderId}`] })
  if (!data) return null
  const close = () => setAsked(null)
  const title =
    asked?.what === 'decide'
      ? t('decideTitle', { item: t(asked.item) })
      : t(asked?.what === 'mark' ? 'markTitle' : 'changeTitle')
  return (
    <Section title={t('title')} lead={t('lead')} sheet>
      <dl className={styles.items}>
        <dt>{t('dueDay')}</dt>
        <dd>
          {data.dueOn && day(data.dueOn)}
          {data.dueDays.map(({ at, wasOn, dueOn, reason, by }) => (
            <p key={at} className={styles.note}>
              {t('dueDayWas', { was: day(wasOn), due: day(dueOn), reason, name: by.name })}
            </p>
          ))}
        </dd>
        {data.items.map((item) => (
          <OpenItem key={item.item} of={item} onDecide={() => setAsked({ what: 'decide', item: item.item })} />
        ))}
      </dl>
      {data.items.length === 0 && <p className={styles.note}>{t('none')}</p>}
      <Group mt="md">
        {data.can.changeDueDay && (
          <Button variant="default" onClick={() => setAsked({ what: 'dueDay' })}>
            {t('changeDueDay')}
          </Button>
        )}
        {data.markable.length > 0 && (
          <Button variant="default" onClick={() => setAsked({ what: 'mark' })}>
            {t('mark')}
          </Button>
        )}
      </Group>
      {asked && (
        <Dialog isOpen onClose={close} title={title}>
          {asked.what === 'dueDay' && <ChangeDueDay orderId={orderId} dueOn={data.dueOn ?? ''} onDone={close} />}
          {asked.what === 'mark' && <MarkTerm orderId={orderId} items={data.markable} onDone={close} />}
          {asked.what === 'decide' && <DecideTerm orderId={orderId} item={asked.item} onDone={close} />}
        </Dialog>
      )}
    </Section>
  )
}

function OpenItem({
  of: { item, reason, decideBy, alarm, decided, can },
  onDecide,
}: {
  of: Item
  onDecide: () => void
}) {
  const t = useWords(openTermsWords)
  const { day } = useFormats()
  const value = decided && (item === 'inspection_day' ? day(decided.value) : decided.value)
  return (
    <>
      <dt>{t(item)}</dt>
      <dd>
        {value ? (
          <StateChip tone="good" label={t('decided', { value })} />
        ) : (
          <StateChip
            tone={alarm === 'late' ? 'bad' : alarm === 'soon' ? 'care' : 'info'}
            label={t(alarm ?? 'open', { day: day(decideBy) })}
          />
        )}
        <p className={styles.note}>{reason}</p>
        {can.decide && (
          <Button variant="subtle" onClick={onDecide}>
            {t('decide')}
          </Button>
        )}
      </dd>
    </>
  )
}
