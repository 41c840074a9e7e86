import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { getMe } from '../../contract/people.ts'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { useClient, useSessionState } from '../client/client-context.ts'
import { Refused } from '../client/refused.ts'
import { useAnswer } from '../client/use-answer.ts'
import { CommandPalette } from '../parts/CommandPalette.tsx'
import { ErrorState } from '../parts/ErrorState.tsx'
import { ShortcutDialog } from '../parts/shortcuts.tsx'
import { EnrolPage } from '../sign-in/EnrolPage.tsx'
import styles from './AppShell.module.css'
import { AppShell } from './AppShell.tsx'
import { KeptSettings } from './KeptSettings.tsx'
import { Mark } from './Mark.tsx'
import { type Me, MeContext, useMe } from './me.ts'
import type { NavEntry } from './nav-entry.ts'

/** Around every page behind the sign-in: who is here, the keys, the palette; leads out when the session ends. */
export function SignedIn() {
  const router = useRouter()
  const { session } = useClient()
  const state = useSessionState()
  const me = useAnswer(getMe, {}, { topics: ['me', 'membership'], enabled: state === 'in' })
  // Stays until the page begins anew: it shows recovery codes once, after they have opened everything else.
  const [isEnrolling, setEnrolling] = useState(false)
  const mustEnrol = me.data?.mustEnrol ?? false
  if (mustEnrol && !isEnrolling) setEnrolling(true)

  useEffect(() => {
    if (state !== 'out') return
    const { href } = router.state.location
    void router.navigate({ to: '/sign-in', search: { next: href }, replace: true })
  }, [state, router])

  useEffect(() => {
    if (me.error instanceof Refused && me.error.status === 401) session.end()
  }, [me.error, session])

  if (!me.data) {
    if (me.error) return <ErrorState failure={me.error} onRetry={() => void me.refetch()} />
    return <Waiting />
  }
  if (isEnrolling) {
    return (
      <MeContext value={me.data}>
        <KeptSettings>
          <EnrolPage />
        </KeptSettings>
      </MeContext>
    )
  }
  return (
    <MeContext value={me.data}>
      <ShortcutDialog>
        <CommandPalette>
          <KeptSettings>
            <Outlet />
          </KeptSettings>
        </CommandPalette>
      </ShortcutDialog>
    </MeContext>
  )
}

/** The moment before it is known who is here. */
function Waiting() {
  const t = useWords(common)
  return (
    <div className={styles.waiting} role="status" aria-label={t('loading')}>
      <Mark size={48} />
    </div>
  )
}

/** The pages with rail and tabs. */
export function Framed({ useNav }: { useNav: (me: Me) => readonly NavEntry[] }) {
  return (
    <AppShell nav={useNav(useMe())}>
      <Outlet />
    </AppShell>
  )
}
