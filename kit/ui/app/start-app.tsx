import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  redirect,
} from '@tanstack/react-router'
import { type ComponentType, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppProviders } from '../AppProviders.tsx'
import type { Client } from '../client/client-context.ts'
import { openClient } from '../client/open-client.ts'
import { renewAddresses } from '../client/renew-addresses.ts'
import { ErrorState } from '../parts/ErrorState.tsx'
import { Loading } from '../parts/Loading.tsx'
import { NotFoundPage } from '../sign-in/NotFoundPage.tsx'
import type { Me } from './me.ts'
import type { NavEntry } from './nav-entry.ts'
import { Framed, SignedIn } from './SignedIn.tsx'

type Load = () => Promise<ComponentType>

/** A page of an app; `bare` pages fill the window, without rail and tabs. */
export interface AppPage {
  path: string
  load: Load
  bare: boolean
}

/** One line per page: `page('/orders/$orderId', async () => (await import('./orders/OrderPage.tsx')).OrderPage)`. */
export function page(path: string, load: Load): AppPage {
  return { path, load, bare: false }
}

/** As `page`, but in front of the sign-in: for whoever holds its address. */
export type OpenPage = Pick<AppPage, 'path' | 'load'>

/** As `page`, but the page fills the window: a work surface. */
export function barePage(path: string, load: Load): AppPage {
  return { path, load, bare: true }
}

interface AppDefinition {
  /** Where the app lies on its server: `/` or `/office`. */
  basePath: string
  pages: readonly AppPage[]
  openPages?: readonly OpenPage[]
  /** The main pages this person has; what they may see is the server's word in `me.can`. */
  useNav: (me: Me) => readonly NavEntry[]
}

/** Starts a screen: providers, router, guard, frame, pages. */
export function startApp({ basePath, pages, openPages = [], useNav }: AppDefinition): void {
  const client = openClient()
  renewAddresses(document, client.queries)
  const router = createRouter({
    routeTree: routesOf(client, { pages, openPages, useNav }),
    basepath: basePath,
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Loading kind="rows" />,
    defaultErrorComponent: ({ error, reset }) => <ErrorState failure={error} onRetry={reset} />,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
  const place = document.getElementById('root')
  if (!place) throw new Error('The page has no #root')
  createRoot(place).render(
    <StrictMode>
      <AppProviders client={client}>
        <RouterProvider router={router} />
      </AppProviders>
    </StrictMode>,
  )
}

function routesOf(client: Client, { pages, openPages, useNav }: Required<Omit<AppDefinition, 'basePath'>>) {
  const root = createRootRoute({ component: Outlet })
  const signIn = createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazily(async () => (await import('../sign-in/SignInPage.tsx')).SignInPage),
  })
  const invitation = createRoute({
    getParentRoute: () => root,
    path: '/invitation/$token',
    component: lazily(async () => (await import('../sign-in/AcceptInvitationPage.tsx')).AcceptInvitationPage),
  })
  const forgotten = createRoute({
    getParentRoute: () => root,
    path: '/forgotten',
    component: lazily(async () => (await import('../sign-in/ForgottenPage.tsx')).ForgottenPage),
  })
  const reset = createRoute({
    getParentRoute: () => root,
    path: '/reset/$token',
    component: lazily(async () => (await import('../sign-in/ResetPasswordPage.tsx')).ResetPasswordPage),
  })
  const signedIn = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    beforeLoad: async ({ location }) => {
      if ((await client.session.known()) === 'out')
        redirect({ to: '/sign-in', search: { next: location.href }, throw: true })
    },
    component: SignedIn,
  })
  const framed = createRoute({
    getParentRoute: () => signedIn,
    id: 'framed',
    component: () => <Framed useNav={useNav} />,
  })
  // What no page answers to is asked about only after signing in, and keeps its frame.
  const nothing = createRoute({ getParentRoute: () => framed, path: '$', component: NotFoundPage })
  const routesIn = (parent: AnyRoute, bare: boolean) =>
    pages
      .filter((each) => each.bare === bare)
      .map(({ path, load }) => createRoute({ getParentRoute: () => parent, path, component: lazily(load) }))
  return root.addChildren([
    signIn,
    invitation,
    forgotten,
    reset,
    ...openPages.map(({ path, load }) => createRoute({ getParentRoute: () => root, path, component: lazily(load) })),
    signedIn.addChildren([framed.addChildren([...routesIn(framed, false), nothing]), ...routesIn(signedIn, true)]),
  ])
}

function lazily(load: Load) {
  return lazyRouteComponent(async () => ({ default: await load() }))
}
