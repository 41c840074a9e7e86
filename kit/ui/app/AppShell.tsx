import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { common } from '../../words/common.ts'
import { shell } from '../../words/shell.ts'
import { useWords } from '../../words/use-words.ts'
import { useCommands, useOpenPalette } from '../parts/CommandPalette.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import styles from './AppShell.module.css'
import { ConnectionChip } from './ConnectionChip.tsx'
import { Mark } from './Mark.tsx'
import type { NavEntry } from './nav-entry.ts'
import { LanguageSwitch } from './Preferences.tsx'

/** The frame around every page: rail or tabs, search, account, and how the line is doing. */
export function AppShell({ nav, children }: { nav: readonly NavEntry[]; children: ReactNode }) {
  const t = useWords(shell)
  const words = useWords(common)
  const openPalette = useOpenPalette()
  const main = useFocusOnPage()
  useCommands((query) =>
    nav
      .filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()))
      .map(({ to, label, icon: EntryIcon }) => ({
        id: `page-${to}`,
        group: t('pages'),
        label,
        to,
        icon: <EntryIcon size={20} aria-hidden />,
      })),
  )
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.mark} aria-label={t('home')}>
          <Mark size={34} />
          <span className={styles.wordmark} aria-hidden="true">
            {words('productName')}
          </span>
        </Link>
        <div className={styles.tools}>
          <span className={styles.narrow}>
            <ConnectionChip quiet />
          </span>
          <UnstyledButton
            className={`${styles.search} ${styles.wide}`}
            onClick={openPalette}
            aria-keyshortcuts="Control+K Meta+K"
          >
            <IconSearch size={20} aria-hidden />
            <span>{t('palette')}</span>
            <Kbd aria-hidden="true">{/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'}</Kbd>
          </UnstyledButton>
          <ActionIcon className={styles.narrow} aria-label={t('palette')} onClick={openPalette}>
            <IconSearch size={22} aria-hidden />
          </ActionIcon>
          <span className={styles.wide}>
            <LanguageSwitch />
          </span>
          <AccountMenu pages={nav.filter(({ aside }) => aside)} />
        </div>
      </header>
      <div className={styles.rail}>
        <nav aria-label={t('navigation')} className={styles.nav}>
          {nav.map(({ to, label, icon: EntryIcon, aside }) => (
            <Link key={to} to={to} className={styles.entry} data-aside={aside} activeOptions={{ exact: to === '/' }}>
              <EntryIcon size={24} stroke={1.6} aria-hidden />
              <span>{label}</span>
            </Link>
          ))}
        </nav>
        <div className={styles.line}>
          <ConnectionChip />
        </div>
      </div>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}

/** After moving to another page, reading starts at its beginning, and not where the old page's link stood. */
function useFocusOnPage() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const first = useRef(path)
  useEffect(() => {
    if (path === undefined || path === first.current) return
    if (first.current !== undefined) main.current?.focus({ preventScroll: true })
    first.current = path
  }, [path])
  return main
}
