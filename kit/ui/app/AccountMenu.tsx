import { Button, Group, Menu, Text, UnstyledButton } from '@mantine/core'
import { IconDeviceDesktopOff, IconKeyboard, IconLanguage, IconLogout, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { signOut, signOutEverywhere } from '../../contract/people.ts'
import { common } from '../../words/common.ts'
import { shell } from '../../words/shell.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient } from '../client/client-context.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { FailureNote } from '../parts/ErrorState.tsx'
import { useShortcutList } from '../parts/shortcuts.tsx'
import styles from './AppShell.module.css'
import { useMe } from './me.ts'
import type { NavEntry } from './nav-entry.ts'
import { usePreferences } from './use-preferences.ts'

/** The menu of the person signed in: their settings, pages that have no tab on a phone, the language, the keys, the way out. */
export function AccountMenu({ pages }: { pages: readonly NavEntry[] }) {
  const t = useWords(shell)
  const me = useMe()
  const { caller, session } = useClient()
  const { language, setLanguage } = usePreferences()
  const openShortcuts = useShortcutList()
  const [isAsking, setAsking] = useState(false)
  const other = language === 'ja' ? 'en' : 'ja'

  async function leave() {
    // Signing out of this device must work without a line, too: the session is forgotten here in any case.
    await caller.call(signOut).catch(() => undefined)
    session.end()
  }

  return (
    <>
      <Menu position="bottom-end" width={280} withinPortal={false}>
        <Menu.Target>
          <UnstyledButton className={styles.account} aria-label={t('accountOf', { name: me.displayName })}>
            <span aria-hidden="true">{[...me.displayName][0]}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={styles.who}>
            <Text fw={700}>{me.displayName}</Text>
            <Text size="sm" c="dimmed">
              {me.email}
            </Text>
          </div>
          <Menu.Divider />
          <Menu.Item component={Link} to="/me" leftSection={<IconSettings size={20} aria-hidden />}>
            {t('me')}
          </Menu.Item>
          {pages.map(({ to, label, icon: PageIcon }) => (
            <Menu.Item
              key={to}
              component={Link}
              to={to}
              className={styles.narrow}
              leftSection={<PageIcon size={20} aria-hidden />}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Item
            lang={other}
            leftSection={<IconLanguage size={20} aria-hidden />}
            onClick={() => setLanguage(other)}
          >
            {other === 'en' ? 'English' : '日本語'}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={20} aria-hidden />} onClick={openShortcuts}>
            {t('shortcuts')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={20} aria-hidden />} onClick={() => void leave()}>
            {t('signOut')}
          </Menu.Item>
          <Menu.Item leftSection={<IconDeviceDesktopOff size={20} aria-hidden />} onClick={() => setAsking(true)}>
            {t('signOutEverywhere')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SignOutEverywhere isAsking={isAsking} onClose={() => setAsking(false)} />
    </>
  )
}

/** Asks once and ends every session of the person. */
export function SignOutEverywhere({ isAsking, onClose }: { isAsking: boolean; onClose: () => void }) {
  const t = useWords(shell)
  const words = useWords(common)
  const { caller, session } = useClient()
  const [failure, setFailure] = useState<unknown>(null)

  async function leaveEverywhere() {
    setFailure(null)
    try {
      await caller.call(signOutEverywhere)
      session.end()
    } catch (reason) {
      setFailure(reason)
    }
  }

  return (
    <Dialog isOpen={isAsking} onClose={onClose} title={t('signOutEverywhereTitle')}>
      <Text mb="lg">{t('signOutEverywhereText')}</Text>
      {failure !== null && <FailureNote failure={failure} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words('cancel')}
        </Button>
        <Button onClick={() => void leaveEverywhere()}>{t('signOutEverywhere')}</Button>
      </Group>
    </Dialog>
  )
}
