import { useFormats } from '../../words/use-formats.ts'
import styles from './Amounts.module.css'

interface MoneyProps {
  yen: number
  /** For the sum at the end. */
  strong?: boolean
  /** For a difference: what is more than before has a + too. */
  signed?: boolean
}

/** Whole yen as people read them: 12,345円, on one line. */
export function Money({ yen, strong = false, signed = false }: MoneyProps) {
  const formats = useFormats()
  return (
    <span className={styles.amount} data-strong={strong || undefined}>
      {signed && yen > 0 && '+'}
      {formats.yen(yen)}
    </span>
  )
}

/** A length of work in minutes: 1時間20分; `about` for an estimate. */
export function Minutes({ minutes, about = false }: { minutes: number; about?: boolean }) {
  const formats = useFormats()
  return <span className={styles.amount}>{formats.minutes(minutes, about)}</span>
}

interface DayProps {
  /** A day `2026-11-20` or an instant; instants are read by Japanese time. */
  value: string
  /** `short` leaves the year out, `moment` adds the clock, `clock` is the clock alone. */
  as?: 'full' | 'short' | 'moment' | 'clock'
}

/** A day or a moment, marked up as one. */
export function Day({ value, as = 'full' }: DayProps) {
  const formats = useFormats()
  const text = as === 'moment' ? formats.moment(value) : as === 'clock' ? formats.time(value) : formats.day(value, as)
  return (
    <time className={styles.amount} dateTime={value}>
      {text}
    </time>
  )
}

interface FigureProps {
  label: string
  /** The figure as text, from `useFormats`. */
  value: string
  /** What it means or compares with, in one line. */
  note?: React.ReactNode
}

/** One figure that matters, with its name. Put several in `Figures`. */
export function Figure({ label, value, note }: FigureProps) {
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      {note && <dd className={styles.note}>{note}</dd>}
    </div>
  )
}

/** Figures beside one another, wrapping on a phone. */
export function Figures({ children }: { children: React.ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>
}
