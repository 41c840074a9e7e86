import { IconSearch } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { shell } from '../../words/shell.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './CommandPalette.module.css'
import { Dialog } from './Dialog.tsx'
import { useShortcuts } from './shortcuts.tsx'

/** One thing the palette can go to or do. */
export interface Command {
  id: string
  /** The heading it stands under: 画面, 案件. */
  group: string
  label: string
  detail?: string
  icon?: ReactNode
  /** An address to go to, or … */
  to?: string
  /** … something to do. */
  run?: () => void
}

/** Finds commands for what was typed; asks the server where it must. An empty query asks for what is worth offering first. */
export type CommandSource = (query: string, signal: AbortSignal) => Promise<Command[]> | Command[]

interface Palette {
  add(source: { current: CommandSource }): () => void
  open(): void
}

const PaletteContext = createContext<Palette | null>(null)

/** Adds a source of commands for as long as the component is shown. */
export function useCommands(source: CommandSource): void {
  const palette = useContext(PaletteContext)
  const latest = useRef(source)
  latest.current = source
  useEffect(() => palette?.add(latest), [palette])
}

/** Opens the palette from a button. */
export function useOpenPalette(): () => void {
  const palette = useContext(PaletteContext)
  return () => palette?.open()
}

/** Ctrl/⌘+K: finds pages, orders, people, tasks. Stands once around the app, inside the router and `ShortcutDialog`. */
export function CommandPalette({ children }: { children: ReactNode }) {
  const t = useWords(shell)
  const [isOpen, setOpen] = useState(false)
  const sources = useRef(new Set<{ current: CommandSource }>())
  const palette = useMemo<Palette>(
    () => ({
      add(source) {
        sources.current.add(source)
        return () => sources.current.delete(source)
      },
      open: () => setOpen(true),
    }),
    [],
  )
  useShortcuts([{ keys: 'Mod+k', label: t('palette'), run: palette.open }])
  return (
    <PaletteContext value={palette}>
      {children}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('palette')} size="lg" atTop>
        <Finder sources={sources.current} onClose={() => setOpen(false)} />
      </Dialog>
    </PaletteContext>
  )
}

function Finder({ sources, onClose }: { sources: ReadonlySet<{ current: CommandSource }>; onClose: () => void }) {
  const t = useWords(shell)
  const id = useId()
  const router = useRouter()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const isHasty = useRef(false)
  const { found, isFor } = useFound(sources, query, (first) => {
    if (!isHasty.current) return
    isHasty.current = false
    go(first)
  })
  const chosen = found[Math.min(at, found.length - 1)]

  function go(command: Command | undefined) {
    if (!command) return
    onClose()
    if (command.to) void router.navigate({ to: command.to })
    command.run?.()
  }

  function steer(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      // Whoever types quickly means what they typed, and not what was found for half of it.
      if (isFor === query.trim()) go(chosen)
      else isHasty.current = true
    } else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.finder}>
      <div className={styles.field}>
        <IconSearch size={22} aria-hidden />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${chosen.id}`}
          aria-label={t('palette')}
          placeholder={t('palettePlaceholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            setAt(0)
            isHasty.current = false
          }}
          onKeyDown={steer}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('palette')} className={styles.list}>
        <Options found={found} chosen={chosen} idOf={(command) => `${id}-${command.id}`} onChoose={go} />
      </div>
      <p className={styles.nothing} role="status">
        {query && found.length === 0 ? t('paletteNothing', { query }) : ''}
      </p>
    </div>
  )
}

interface OptionsProps {
  found: readonly Command[]
  chosen: Command | undefined
  idOf: (command: Command) => string
  onChoose: (command: Command) => void
}

/** What was found, by group. The keyboard stays in the field; these are pointed at by it. */
function Options({ found, chosen, idOf, onChoose }: OptionsProps) {
  return groupsOf(found).map(([group, commands]) => (
    <div key={group} role="group" aria-label={group} className={styles.group}>
      <div className={styles.groupName} aria-hidden="true">
        {group}
      </div>
      {commands.map((command) => (
        <div
          key={command.id}
          id={idOf(command)}
          role="option"
          aria-selected={command === chosen}
          className={styles.option}
          onClick={() => onChoose(command)}
        >
          {command.icon}
          <span>{command.label}</span>
          {command.detail && <span className={styles.detail}>{command.detail}</span>}
        </div>
      ))}
    </div>
  ))
}

/** Asks every source a little after the last key, and keeps the last answer, and what it is for, until the next is there; each answer is told. */
function useFound(
  sources: ReadonlySet<{ current: CommandSource }>,
  query: string,
  onFound: (first: Command | undefined) => void,
) {
  const latest = useRef(onFound)
  latest.current = onFound
  const [answer, setAnswer] = useState<{ found: Command[]; isFor: string | null }>({ found: [], isFor: null })
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(
      async () => {
        const asked = [...sources].map(async ({ current }) => current(query.trim(), stop.signal))
        const answers = await Promise.allSettled(asked)
        if (stop.signal.aborted) return
        const found = answers.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
        setAnswer({ found, isFor: query.trim() })
        latest.current(found[0])
      },
      query ? 120 : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [sources, query])
  return answer
}

function groupsOf(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  return [...groups]
}
