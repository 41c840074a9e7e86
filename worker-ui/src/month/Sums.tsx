import { Figure } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { monthWords } from '@tsumugi/kit/words/month.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { MyMonth } from './my-month.ts'
import styles from './Sums.module.css'

/** The month in a glance: what is certain, large; what is on its way, and for how much time, beside it. */
export function Sums({ month, isRunning }: { month: MyMonth; isRunning: boolean }) {
  const t = useWords(monthWords)
  const { yen, minutes } = useFormats()
  const perHour = month.effectiveYenPerHour
  return (
    <div className={styles.sums}>
      <Sheet>
        <dl className={styles.sheet}>
          <div className={styles.earned}>
            <dt>{t('earned')}</dt>
            <dd className={styles.much}>{yen(month.earnedYen)}</dd>
            <dd className={styles.how}>
              {t('time', { time: minutes(month.activeSeconds / 60) })}
              {perHour !== null && <span>{t('perHour', { yen: yen(perHour) })}</span>}
            </dd>
          </div>
          {isRunning && (
            <>
              <Figure label={t('waiting')} value={yen(month.waitingYen)} note={t('waitingNote')} />
              <Figure label={t('expected')} value={yen(month.expectedYen)} note={t('expectedNote')} />
              {month.sharedYen > 0 && (
                <Figure label={t('shared')} value={yen(month.sharedYen)} note={t('sharedNote')} />
              )}
            </>
          )}
        </dl>
      </Sheet>
    </div>
  )
}
