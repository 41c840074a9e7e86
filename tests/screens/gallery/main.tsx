import { IconBook2, IconCalendarMonth, IconChecklist, IconSun, IconUser } from '@tabler/icons-react'
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { actions } from '@tsumugi/kit/contract/actions.ts'
import { AppProviders } from '@tsumugi/kit/ui/AppProviders.tsx'
import { AppShell } from '@tsumugi/kit/ui/app/AppShell.tsx'
import { type Me, MeContext } from '@tsumugi/kit/ui/app/me.ts'
import { openClient } from '@tsumugi/kit/ui/client/open-client.ts'
import { CommandPalette } from '@tsumugi/kit/ui/parts/CommandPalette.tsx'
import { ShortcutDialog } from '@tsumugi/kit/ui/parts/shortcuts.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { createRoot } from 'react-dom/client'
import { Gallery } from './Gallery.tsx'
import { gallery } from './gallery-words.ts'

const client = openClient()

const me: Me = {
  id: '01930000-0000-7000-8000-000000000000',
  displayName: '塩尻 はな',
  email: 'hana@example.jp',
  language: 'ja',
  colourScheme: 'auto',
  textSize: 'usual',
  motion: 'auto',
  timeFactor: 'x1',
  quietHours: null,
  version: 1,
  memberships: [],
  mustEnrol: false,
  can: Object.fromEntries(actions.map((action) => [action, true])) as Me['can'],
}

function Frame() {
  const t = useWords(gallery)
  const nav = [
    { to: '/', label: t('today'), icon: IconSun },
    { to: '/review', label: t('review'), icon: IconChecklist },
    { to: '/month', label: t('month'), icon: IconCalendarMonth },
    { to: '/learn', label: t('learn'), icon: IconBook2 },
    { to: '/me', label: t('me'), icon: IconUser },
  ]
  return (
    <MeContext value={me}>
      <ShortcutDialog>
        <CommandPalette>
          <AppShell nav={nav}>
            <Gallery />
          </AppShell>
        </CommandPalette>
      </ShortcutDialog>
    </MeContext>
  )
}

const router = createRouter({ routeTree: createRootRoute({ component: Frame, notFoundComponent: () => null }) })
const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <AppProviders client={client}>
      <RouterProvider router={router} />
    </AppProviders>,
  )
