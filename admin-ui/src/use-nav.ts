import {
  IconActivity,
  IconBook2,
  IconCash,
  IconFileInvoice,
  IconFiles,
  IconHistory,
  IconMail,
  IconPackages,
  IconPlugConnected,
  IconReportMoney,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Me } from '@tsumugi/kit/ui/app/me.ts'
import type { NavEntry } from '@tsumugi/kit/ui/app/nav-entry.ts'
import { navWords } from '@tsumugi/kit/words/nav.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useFinder } from './use-finder.tsx'

/** The main pages of the office and the client; a client sees only their orders, because the server allows only those. */
export function useNav(me: Me): readonly NavEntry[] {
  const t = useWords(navWords)
  const { can } = me
  // Called once inside the frame of every page: the place for what is found from everywhere.
  useFinder(me)
  return [
    ...(can['order.list'] ? [{ to: '/', label: t('orders'), icon: IconPackages }] : []),
    ...(can['team.list'] && !can['order.list'] ? [{ to: '/', label: t('teams'), icon: IconUsersGroup }] : []),
    ...(can['person.list'] ? [{ to: '/people', label: t('people'), icon: IconUsersGroup }] : []),
    ...(can['pay_month.read'] ? [{ to: '/pay', label: t('pay'), icon: IconCash }] : []),
    ...(can['invoice.list'] ? [{ to: '/invoices', label: t('invoices'), icon: IconFileInvoice }] : []),
    ...(can['ledger.read'] ? [{ to: '/ledger', label: t('ledger'), icon: IconBook2 }] : []),
    ...(can['books.read'] ? [{ to: '/books', label: t('books'), icon: IconReportMoney, aside: true }] : []),
    ...(can['document.list'] ? [{ to: '/documents', label: t('documents'), icon: IconFiles, aside: true }] : []),
    ...(can['mail.list'] ? [{ to: '/mails', label: t('mails'), icon: IconMail, aside: true }] : []),
    ...(can['event.list'] ? [{ to: '/audit', label: t('audit'), icon: IconHistory }] : []),
    ...(can['api_key.list'] ? [{ to: '/connect', label: t('connect'), icon: IconPlugConnected, aside: true }] : []),
    ...(can['job.list'] ? [{ to: '/jobs', label: t('jobs'), icon: IconActivity, aside: true }] : []),
  ]
}
