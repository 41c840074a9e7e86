import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { common } from '../../words/common.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './FileDrop.module.css'
import { FileLine } from './FileLine.tsx'
import type { useUploads } from './use-uploads.ts'

interface FileDropProps {
  /** What the files are for. */
  label: string
  /** Kinds taken, by ending: `['.jpg', '.png', '.zip']`. */
  kinds: readonly string[]
  /** The largest file taken, in bytes. */
  maxBytes: number
  /** From `useUploads`. */
  uploads: ReturnType<typeof useUploads>
  multiple?: boolean
}

interface Unfit {
  name: string
  problem: string
}

/** Files by drop or by choice, each with its own progress and, when something is wrong with it, a sentence beside it. */
export function FileDrop({ label, kinds, maxBytes, uploads, multiple = true }: FileDropProps) {
  const t = useWords(common)
  const formats = useFormats()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const problemWith = useProblemWith(kinds, maxBytes)
  const [isOver, setOver] = useState(false)
  const [unfit, setUnfit] = useState<readonly Unfit[]>([])

  function take(files: readonly File[]) {
    const problems = files.map((file) => ({ file, problem: problemWith(file) }))
    setUnfit(problems.flatMap(({ file, problem }) => (problem ? [{ name: file.name, problem }] : [])))
    uploads.add(problems.filter(({ problem }) => !problem).map(({ file }) => file))
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }

  return (
    <div className={styles.drop}>
      {/* The area is for the mouse; the button in it does the same by keyboard and touch. */}
      <div
        className={styles.area}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p id={id} className={styles.label}>
          {label}
        </p>
        <p className={styles.hint}>
          <span className={styles.mouse}>
            {t('dropHere')} {t('dropOr')}
          </span>
          <Button
            variant="default"
            leftSection={<IconUpload size={20} aria-hidden />}
            aria-describedby={id}
            onClick={() => input.current?.click()}
          >
            {t('chooseFiles')}
          </Button>
        </p>
        <p className={styles.kinds}>
          {kinds.join(' ')} · {formats.bytes(maxBytes)}
        </p>
        <input
          ref={input}
          type="file"
          hidden
          multiple={multiple}
          accept={kinds.join(',')}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </div>
      <UnfitFiles unfit={unfit} />
      <FilesOnTheirWay uploads={uploads} />
    </div>
  )
}

/** Files that were not taken, each with its reason. */
function UnfitFiles({ unfit }: { unfit: readonly Unfit[] }) {
  if (unfit.length === 0) return null
  return (
    <div role="alert">
      <ul className={styles.unfit}>
        {unfit.map(({ name, problem }) => (
          <li key={name}>
            <strong>{name}</strong> {problem}
          </li>
        ))}
      </ul>
    </div>
  )
}

function FilesOnTheirWay({ uploads }: Pick<FileDropProps, 'uploads'>) {
  const t = useWords(common)
  const formats = useFormats()
  const all = uploads.uploads
  if (all.length === 0) return null
  const done = all.filter(({ state }) => state === 'done').length
  return (
    <>
      <p className={styles.summary} aria-live="polite">
        {t('filesSummary', { total: formats.number(all.length), done: formats.number(done) })}
      </p>
      <ul className={styles.files}>
        {all.map((upload) => (
          <FileLine key={upload.id} upload={upload} uploads={uploads} />
        ))}
      </ul>
    </>
  )
}

/** What keeps a file from being taken, in words; null for one that fits. The server looks again, and closer. */
function useProblemWith(kinds: readonly string[], maxBytes: number): (file: File) => string | null {
  const t = useWords(common)
  const formats = useFormats()
  return (file) => {
    const isKnown = kinds.some((kind) => file.name.toLowerCase().endsWith(kind))
    if (!isKnown) return t('fileWrongKind', { kinds: kinds.join(' ') })
    if (file.size === 0) return t('fileEmpty')
    return file.size > maxBytes ? t('fileTooLarge', { limit: formats.bytes(maxBytes) }) : null
  }
}
