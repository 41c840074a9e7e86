import type { listBranches as endpoint } from '@tsumugi/kit/contract/bank-accounts.ts'
import type { Command } from '../http/command.ts'
import { findBranches } from './bank-master.ts'

/** Branches of a bank that fit what is looked for. */
export const listBranches: Command<typeof endpoint> = async ({ params, query }) => ({
  branches: findBranches(params.bankCode, query.search),
})
