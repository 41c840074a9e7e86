import { ActionIcon, Drawer, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { type ReactNode, useEffect } from 'react'
import styles from './DeskLayout.module.css'

/** One sheet beside the picture. */
export interface SideSheet {
  key: string
  label: string
  /** Shown behind the label. */
  count?: number
  content: ReactNode
}

interface DeskLayoutProps {
  /** Names the browser's tab. */
  title: string
  header: ReactNode
  /** Between header and picture: what is going on, and on narrow screens the pin being walked through. */
  notice?: ReactNode
  sheets: readonly SideSheet[]
  /** The open sheet; null while the side is closed. */
  side: string | null
  onSide: (key: string | null) => void
  children: ReactNode
}

/** Is there room for the manual beside the picture? */
export function useIsWide(): boolean {
  return useMediaQuery('(min-width: 64em)', true, { getInitialValueInEffect: false })
}

/** The whole window for one picture, with what one reads while working beside it, or in a drawer on a phone. */
export function DeskLayout({ title, header, notice, sheets, side, onSide, children }: DeskLayoutProps) {
  const t = useWords(workWords)
  const isWide = useIsWide()
  useEffect(() => {
    document.title = title
  }, [title])
  const open = sheets.some(({ key }) => key === side) ? side : null
  const content = open !== null && <Side sheets={sheets} open={open} onSide={onSide} hasCloser={isWide} />
  return (
    <div className={styles.desk}>
      <header className={styles.header}>
        {header}
        {notice}
      </header>
      <main className={styles.surface} aria-label={t('surface')}>
        {children}
      </main>
      {isWide && content && (
        <aside className={styles.side} aria-label={t('side')}>
          {content}
        </aside>
      )}
      {!isWide && (
        <Drawer
          opened={open !== null}
          onClose={() => onSide(null)}
          title={t('side')}
          position="bottom"
          size="82%"
          padding="md"
          closeButtonProps={{ 'aria-label': t('closeSide') }}
        >
          {content}
        </Drawer>
      )}
    </div>
  )
}

interface SideProps {
  sheets: readonly SideSheet[]
  open: string
  onSide: (key: string | null) => void
  hasCloser: boolean
}

function Side({ sheets, open, onSide, hasCloser }: SideProps) {
  const t = useWords(workWords)
  return (
    <Tabs value={open} onChange={(key) => key && onSide(key)} keepMounted={false} className={styles.tabs}>
      <div className={styles.tabRow}>
        <Tabs.List className={styles.tabList}>
          {sheets.map(({ key, label, count }) => (
            <Tabs.Tab key={key} value={key}>
              {label}
              {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {hasCloser && (
          <ActionIcon aria-label={t('closeSide')} onClick={() => onSide(null)}>
            <IconX size={20} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {sheets.map(({ key, content }) => (
        <Tabs.Panel key={key} value={key} className={styles.sheet}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
