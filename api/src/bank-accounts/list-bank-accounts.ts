import type { listBankAccounts as endpoint } from '@tsumugi/kit/contract/bank-accounts.ts'
import type { Command } from '../http/command.ts'
import { mayAtAll } from '../permissions/may.ts'
import { shownAccount } from './shown-account.ts'

/** What waits for a second person, and who was promised money and named no account. */
export const listBankAccounts: Command<typeof endpoint> = async ({ world, actor }) => {
  const { rows } = world.db
  const waiting = await rows.bankAccount.findMany({
    where: { state: 'waiting' },
    include: { person: { select: { id: true, displayName: true } } },
    orderBy: { madeAt: 'asc' },
  })
  const makers = await rows.person.findMany({
    where: { id: { in: waiting.map(({ madeById }) => madeById) } },
    select: { id: true, displayName: true },
  })
  const missing = await rows.person.findMany({
    where: { statements: { some: { transferYen: { gt: 0 } } }, accounts: { none: { state: 'current' } } },
    select: { id: true, displayName: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  })
  return {
    waiting: waiting.map((account) => ({
      ...shownAccount(account),
      person: { id: account.person.id, name: account.person.displayName },
      madeBy: { id: account.madeById, name: makers.find(({ id }) => id === account.madeById)?.displayName ?? '' },
      can: {
        agree: account.madeById !== actor.personId && mayAtAll(actor, 'bank_account.agree'),
        refuse: mayAtAll(actor, 'bank_account.refuse'),
      },
    })),
    missing: missing.map(({ id, displayName }) => ({ id, name: displayName })),
  }
}
