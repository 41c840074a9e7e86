import { Button } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { agreeFeeCut, declineFeeCut, listFeeCuts } from '@tsumugi/kit/contract/fee-cuts.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { feeCutWords } from '@tsumugi/kit/words/fee-cuts.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Cards.module.css'

type Cut = AnswerOf<typeof listFeeCuts>['cuts'][number]

/** Where somebody is asked to take less for their work: what for, from what to what, and that a no costs nothing. */
export function FeeCuts() {
  const t = useWords(feeCutWords)
  const me = useMe()
  const asked = useAnswer(listFeeCuts, { query: {} }, { topics: ['fee_cut'], enabled: me.can['fee_cut.list'] })
  const waiting = asked.data?.cuts.filter(({ can }) => can.agree || can.decline) ?? []
  if (waiting.length === 0) return null
  return (
    <Section title={t('waitingTitle')} lead={t('waitingLead')}>
      <ul className={styles.cards}>
        {waiting.map((cut) => (
          <li key={cut.id} className={styles.card} data-plain>
            <Facts cut={cut} />
            <Answers cut={cut} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Facts({ cut: { order, task, wasYen, feeYen, fault, evidence } }: { cut: Cut }) {
  const t = useWords(feeCutWords)
  const { yen } = useFormats()
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>
        {order.title} <span className={styles.number}>{t('task', { number: task })}</span>
      </h3>
      <p className={styles.line}>
        <strong>{t('fromTo', { was: yen(wasYen), now: yen(feeYen) })}</strong>
      </p>
      <p className={styles.soft}>{t('whyOf', { fault: t(fault), evidence })}</p>
    </div>
  )
}

function Answers({ cut: { id: feeCutId, wasYen, feeYen } }: { cut: Cut }) {
  const t = useWords(feeCutWords)
  const { yen } = useFormats()
  const toast = useToast()
  const agree = useChange(agreeFeeCut)
  const decline = useChange(declineFeeCut)
  return (
    <div className={styles.answers}>
      <Button
        variant="default"
        loading={decline.isPending}
        onClick={() =>
          void decline.mutateAsync({ params: { feeCutId } }).then(
            () => toast.done(t('thanksDeclined')),
            () => undefined,
          )
        }
      >
        {t('decline')}
      </Button>
      <ConfirmAction
        variant="subtle"
        label={t('agree')}
        title={t('agreeTitle', { yen: yen(feeYen) })}
        confirmLabel={t('agree')}
        onConfirm={async () => {
          await agree.mutateAsync({ params: { feeCutId } })
          toast.done(t('thanksAgreed', { yen: yen(feeYen) }))
        }}
      >
        {t('agreeText', { was: yen(wasYen), now: yen(feeYen) })}
      </ConfirmAction>
      {decline.error && <FailureNote failure={decline.error} />}
    </div>
  )
}
