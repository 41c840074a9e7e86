import { type AppPage, barePage, type OpenPage, page } from '@tsumugi/kit/ui/app/start-app.tsx'

/** Every page behind the sign-in, one line each: its address and where it is made. `barePage` fills the window. */
export const pages: readonly AppPage[] = [
  page('/', async () => (await import('./today/HomePage.tsx')).HomePage),
  barePage('/work/$assignmentId', async () => (await import('./work/WorkPage.tsx')).WorkPage),
  page('/review', async () => (await import('./review/ReviewPage.tsx')).ReviewPage),
  barePage('/review/$assignmentId', async () => (await import('./review/ReviewDeskPage.tsx')).ReviewDeskPage),
  page('/month', async () => (await import('./month/MonthPage.tsx')).MonthPage),
  page('/rates/$month', async () => (await import('./month/TeamRatesPage.tsx')).TeamRatesPage),
  page('/statements', async () => (await import('./statements/StatementsPage.tsx')).StatementsPage),
  page('/statements/$statementId', async () => (await import('./statements/MyStatementPage.tsx')).MyStatementPage),
  page('/me', async () => (await import('./me/MePage.tsx')).MePage),
  page('/me/terms', async () => (await import('./terms/TermsPage.tsx')).TermsPage),
  page('/me/terms/$noticeId', async () => (await import('./terms/NoticePage.tsx')).NoticePage),
]

/** Pages in front of the sign-in. */
export const openPages: readonly OpenPage[] = [
  { path: '/terms/$token', load: async () => (await import('./terms/TermsLinkPage.tsx')).TermsLinkPage },
]
