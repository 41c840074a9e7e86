import styles from './StateChip.module.css'

/**
 * `quiet` not begun or over, `now` under way or one's turn, `info` waiting for somebody, `good` done well, `care` needs a
 * look, `bad` stopped. Each has its own shape, so that no one needs to see the colour.
 */
export type Tone = 'quiet' | 'now' | 'info' | 'good' | 'care' | 'bad'

/** A state in one word: shape, word and colour. */
export function StateChip({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span className={styles.chip} data-tone={tone}>
      <svg viewBox="0 0 12 12" className={styles.shape} aria-hidden="true">
        {SHAPES[tone]}
      </svg>
      {label}
    </span>
  )
}

const LINE = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75, strokeLinecap: 'round' as const }

const SHAPES = {
  quiet: <circle cx="6" cy="6" r="4" {...LINE} />,
  now: (
    <>
      <circle cx="6" cy="6" r="4.5" {...LINE} />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" />
    </>
  ),
  info: <path d="M2 6h.01M6 6h.01M10 6h.01" {...LINE} strokeWidth={2.75} />,
  good: <path d="m2 6.5 3 3 5-7" {...LINE} />,
  care: <path d="M6 1.5 11 10.5H1z" {...LINE} strokeLinejoin="round" />,
  bad: <path d="m2.5 2.5 7 7m0-7-7 7" {...LINE} />,
} satisfies Record<Tone, unknown>
