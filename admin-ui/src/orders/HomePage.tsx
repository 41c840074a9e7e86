import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { ToOtherScreens } from '@tsumugi/kit/ui/app/ToOtherScreens.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { shell } from '@tsumugi/kit/words/shell.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { Teams } from '../people/Teams.tsx'
import { OrdersPage } from './OrdersPage.tsx'

/** The first page: the orders; for a town its teams; workers have theirs elsewhere. */
export function HomePage() {
  const t = useWords(peopleWords)
  const words = useWords(shell)
  const { can } = useMe()
  if (can['order.list']) return <OrdersPage />
  if (can['assignment.list']) return <ToOtherScreens href="/" />
  return (
    <Page title={can['team.list'] ? t('townTitle') : words('home')}>
      {can['team.list'] ? <Teams /> : <EmptyState title={words('nothingYet')}>{words('nothingYetText')}</EmptyState>}
    </Page>
  )
}
