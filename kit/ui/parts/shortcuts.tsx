import { Kbd } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { shell } from '../../words/shell.ts'
import { useWords } from '../../words/use-words.ts'
import { Dialog } from './Dialog.tsx'
import styles from './shortcuts.module.css'

/** A key a page answers to. */
export interface Shortcut {
  /** One key as `KeyboardEvent.key` (`a`, `?`, `Enter`), with `Mod+`, `Shift+` or `Alt+` before it where needed. */
  keys: string
  /** What it does, as `?` shows it. */
  label: string
  run: () => void
  /** `false` while it can do nothing: it is listed but not run. */
  enabled?: boolean
}

interface Registry {
  add(shortcuts: { current: readonly Shortcut[] }): () => void
  openList(): void
}

const ShortcutContext = createContext<Registry | null>(null)

/** Has the page answer to keys for as long as it is shown. Not while somebody is typing in a field, except with `Mod+`. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = useContext(ShortcutContext)
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => registry?.add(latest), [registry])
}

/** Opens the list that `?` opens. */
export function useShortcutList(): () => void {
  const registry = useContext(ShortcutContext)
  return () => registry?.openList()
}

/** Listens for keys and shows all of them on `?`. Stands once around the app. */
export function ShortcutDialog({ children }: { children: ReactNode }) {
  const t = useWords(shell)
  const [shown, setShown] = useState<readonly Shortcut[] | null>(null)
  const registered = useRef(new Set<{ current: readonly Shortcut[] }>())

  const registry = useMemo<Registry>(
    () => ({
      add(shortcuts) {
        registered.current.add(shortcuts)
        return () => registered.current.delete(shortcuts)
      },
      openList: () => setShown([...registered.current].reverse().flatMap((each) => each.current)),
    }),
    [],
  )

  useEffect(() => {
    function hear(event: KeyboardEvent) {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input,textarea,select,[contenteditable]')
      if (event.defaultPrevented || event.isComposing) return
      if (isTyping && !(event.ctrlKey || event.metaKey)) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return
      if (event.key === '?') {
        event.preventDefault()
        registry.openList()
        return
      }
      const pressed = keysOf(event)
      // The page opened last answers first.
      for (const shortcut of [...registered.current].reverse().flatMap((each) => each.current)) {
        if (shortcut.keys.toLowerCase() !== pressed || shortcut.enabled === false) continue
        event.preventDefault()
        shortcut.run()
        return
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [registry])

  return (
    <ShortcutContext value={registry}>
      {children}
      <Dialog isOpen={shown !== null} onClose={() => setShown(null)} title={t('shortcuts')}>
        <dl className={styles.list}>
          {[...(shown ?? []), { keys: '?', label: t('showShortcuts') }].map((shortcut) => (
            <div key={`${shortcut.keys} ${shortcut.label}`} className={styles.item}>
              <dt>{shortcut.label}</dt>
              <dd>
                {keysIn(shortcut.keys).map((key) => (
                  <Kbd key={key}>{KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </ShortcutContext>
  )
}

/** The parts of a key combination; a plus that stands first is a key itself. */
function keysIn(keys: string): string[] {
  return keys.split(/(?<=.)\+/).map((key) => key.trim())
}

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const KEY_NAMES: Record<string, string> = {
  Mod: isApple ? '⌘' : 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
}

function keysOf(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : ''
  const alt = event.altKey ? 'alt+' : ''
  // Shift counts with letters and named keys; with signs it is part of typing them.
  const shift = event.shiftKey && /^([a-z]|.{2,})$/i.test(event.key) ? 'shift+' : ''
  return mod + alt + shift + event.key.toLowerCase()
}
