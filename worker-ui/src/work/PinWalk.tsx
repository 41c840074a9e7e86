import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { ReactNode } from 'react'
import styles from './Pins.module.css'
import { type Pin, PinState, PinThread } from './PinThread.tsx'
import { openPins, pinBeside } from './pin-order.ts'

interface PinWalkProps {
  pins: readonly Pin[]
  current: Pin | null
  onCurrent: (pinId: string) => void
  onClause?: (clauseId: string) => void
  /** Under the thread: the answer. */
  reply?: (pin: Pin) => ReactNode
  /** Above the picture of a phone there is room for one pin and no more. */
  compact?: boolean
}

/** One pin after the other: where it is, what it says, how many are left. */
export function PinWalk({ pins, current, onCurrent, onClause, reply, compact = false }: PinWalkProps) {
  const t = useWords(workWords)
  if (pins.length === 0) return <p className={styles.soft}>{t('pinsNone')}</p>
  const left = openPins(pins).length
  const go = (step: 1 | -1) => {
    const next = pinBeside(pins, current?.id ?? null, step)
    if (next) onCurrent(next.id)
  }
  const position = current ? pins.indexOf(current) + 1 : 0
  return (
    <section className={styles.walk} data-compact={compact || undefined} aria-label={t('pins')}>
      <div className={styles.turner}>
        <ActionIcon aria-label={t('previousPin')} onClick={() => go(-1)}>
          <IconChevronLeft size={22} aria-hidden />
        </ActionIcon>
        <p className={styles.position} role="status">
          {current && <strong>{t('pinOf', { position, count: pins.length })}</strong>}
          <span>{left > 0 ? t('pinsLeft', { count: left }) : t('pinsAllAnswered')}</span>
        </p>
        <ActionIcon aria-label={t('nextPin')} onClick={() => go(1)}>
          <IconChevronRight size={22} aria-hidden />
        </ActionIcon>
      </div>
      {!compact && (
        <ul className={styles.dots}>
          {pins.map((pin) => (
            <li key={pin.id}>
              <button
                type="button"
                className={styles.dot}
                data-state={pin.state}
                aria-current={pin === current || undefined}
                aria-label={t('showPin', { number: pin.number })}
                onClick={() => onCurrent(pin.id)}
              >
                {pin.number}
              </button>
            </li>
          ))}
        </ul>
      )}
      {current && (
        <div className={styles.card} key={current.id}>
          <PinState state={current.state} />
          <PinThread pin={current} {...(onClause && { onClause })} />
          {reply?.(current)}
        </div>
      )}
    </section>
  )
}
