import { Button } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { FailureNote } from '../parts/ErrorState.tsx'
import styles from './BothVersions.module.css'
import { isSame, saveOnTop, type Versioned } from './save-on-top.ts'

/** One thing a version says, in words. */
export interface VersionLine {
  name: string
  text: string
}

interface Versions<V> {
  /** As it was read when changing it began; each `save` may name another. */
  read?: Versioned<V>
  readAgain: (mine: V) => Promise<Versioned<V>>
  save: (mine: V, version: number) => Promise<unknown>
  /** It stands as it was typed here. */
  onSaved: () => void
  /** The choice fell on what was saved elsewhere. */
  onTheirs: (theirs: V) => void
  /** A version in words: the same lines in the same order for every version. */
  linesOf: (value: V) => readonly VersionLine[]
}

/**
 * For whatever two people can change at once: `save(mine)` saves on top of the version that was read, and where somebody saved in
 * between, `choice` (put it on the page) shows both beside each other and lets one be chosen. Nothing typed is lost.
 */
export function useBothVersions<V>({ read, readAgain, save, onSaved, onTheirs, linesOf }: Versions<V>) {
  const known = useRef(read ?? null)
  const [both, setBoth] = useState<{ mine: V; theirs: V } | null>(null)

  async function attempt(mine: V, from = known.current): Promise<void> {
    if (!from) throw new Error('nothing says what this was changed from')
    const theirs = await saveOnTop({ mine, read: from, save, readAgain: () => readAgain(mine) })
    if (theirs === null) {
      setBoth(null)
      onSaved()
      return
    }
    known.current = theirs
    setBoth({ mine, theirs: theirs.value })
  }
  const choice: ReactNode = both && (
    <BothVersions
      mine={linesOf(both.mine)}
      theirs={linesOf(both.theirs)}
      onMine={() => attempt(both.mine)}
      onTheirs={() => {
        setBoth(null)
        onTheirs(both.theirs)
      }}
    />
  )
  return { save: attempt, choice }
}

interface BothVersionsProps {
  mine: readonly VersionLine[]
  theirs: readonly VersionLine[]
  onMine: () => Promise<void>
  onTheirs: () => void
}

/** Both versions beside each other, each with a button; only what differs is shown. Stays until one is chosen. */
function BothVersions({ mine, theirs, onMine, onTheirs }: BothVersionsProps) {
  const t = useWords(common)
  const [failure, setFailure] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const keepMine = async () => {
    setSaving(true)
    setFailure(null)
    await onMine().catch(setFailure)
    setSaving(false)
  }
  return (
    <Dialog isOpen onClose={() => undefined} title={t('bothTitle')} size="xl" mustChoose>
      <p className={styles.text}>{t('bothText')}</p>
      <div className={styles.sides}>
        <section className={styles.side} aria-label={t('bothMine')}>
          <h3>{t('bothMine')}</h3>
          <Lines lines={mine} against={theirs} />
          <Button data-autofocus loading={isSaving} onClick={() => void keepMine()}>
            {t('bothKeepMine')}
          </Button>
        </section>
        <section className={styles.side} aria-label={t('bothTheirs')}>
          <h3>{t('bothTheirs')}</h3>
          <Lines lines={theirs} against={mine} />
          <Button variant="default" disabled={isSaving} onClick={onTheirs}>
            {t('bothKeepTheirs')}
          </Button>
        </section>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
    </Dialog>
  )
}

function Lines({ lines, against }: { lines: readonly VersionLine[]; against: readonly VersionLine[] }) {
  return (
    <dl className={styles.lines}>
      {lines
        .filter((line) => !against.some((each) => isSame(each, line)))
        .map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text || '—'}</dd>
          </div>
        ))}
    </dl>
  )
}
