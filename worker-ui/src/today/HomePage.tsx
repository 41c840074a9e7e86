import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { ToOtherScreens } from '@tsumugi/kit/ui/app/ToOtherScreens.tsx'
import { TodayPage } from './TodayPage.tsx'

/** The first page: one's day; the office, clients and towns have theirs elsewhere. */
export function HomePage() {
  const { can } = useMe()
  return can['assignment.list'] ? <TodayPage /> : <ToOtherScreens href="/office/" />
}
