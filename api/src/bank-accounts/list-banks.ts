import type { listBanks as endpoint } from '@tsumugi/kit/contract/bank-accounts.ts'
import type { Command } from '../http/command.ts'
import { findBanks } from './bank-master.ts'

/** Banks that fit what is looked for. */
export const listBanks: Command<typeof endpoint> = async ({ query }) => ({ banks: findBanks(query.search) })
