import type { getTransfers as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { bankOf, branchOf } from '../bank-accounts/public.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf, japanDay, payDayFor } from '../kernel/japan-day.ts'
import { sumYen, yenFromBigInt } from '../kernel/yen.ts'
import { type Actor, mayAtAll } from '../permissions/may.ts'
import { getOpenStatements, hindranceOf } from './get-open-statements.ts'
import { loadRuns, type Run } from './load-runs.ts'
import { approveRefusal, executeRefusal, usualTransferDay } from './transfer-rules.ts'
import { mayMove } from './transfer-run-state.ts'

/** What of a month goes out by bank, what cannot, and the runs so far. */
export const getTransfers: Command<typeof endpoint> = async ({ world, actor, params: { month } }) => {
  const { rows } = world.db
  const today = japanDay(world.clock.now())
  const payOn = payDayFor(`${month}-01`)
  const closed = await rows.payMonth.findFirst({ where: { month, state: 'closed' }, select: { month: true } })
  const payer = await rows.payerAccount.findFirst({ select: { id: true } })
  const open = await getOpenStatements(rows, month)
  const ready = open.filter((each) => hindranceOf(each) === null)
  const { runs, nameOf } = await loadRuns(rows, month)
  return {
    ...{
      month,
      isClosed: closed !== null,
      payOn,
      transferOn: usualTransferDay(payOn, today),
      hasPayer: payer !== null,
    },
    ready: { people: ready.length, totalYen: sumYen(ready.map(({ amountYen }) => amountYen)) },
    left: open.flatMap((each) => {
      const why = hindranceOf(each)
      return why ? [{ person: { id: each.personId, name: each.personName }, amountYen: each.amountYen, why }] : []
    }),
    runs: runs.map((run) => shownRun(actor, run, nameOf, today)),
    can: { prepare: payer !== null && ready.length > 0 && mayAtAll(actor, 'transfer.prepare') },
  }
}

function shownRun(actor: Actor, run: Run, nameOf: (id: string) => string, today: string) {
  const deed = (id: string | null, at: Date | null) =>
    id === null || at === null ? null : { by: { id, name: nameOf(id) }, at: at.toISOString() }
  const transferOn = isoDayOf(run.transferOn)
  const facts = { ...run, transferOn, today }
  return {
    ...{ id: run.id, number: run.number, state: run.state, transferOn, people: run.transferCount },
    totalYen: yenFromBigInt(run.totalYen),
    prepared: { by: { id: run.preparedById, name: nameOf(run.preparedById) }, at: run.preparedAt.toISOString() },
    approved: deed(run.approvedById, run.approvedAt),
    executed: deed(run.executedById, run.executedAt),
    withdrawal: run.withdrawal,
    fileSha256: run.fileSha256,
    can: {
      approve: mayAtAll(actor, 'transfer.approve') && approveRefusal(facts, actor.personId) === null,
      withdraw: mayAtAll(actor, 'transfer.withdraw') && mayMove(run.state, 'withdraw'),
      download: mayAtAll(actor, 'transfer.download') && run.fileSha256 !== null,
      execute: mayAtAll(actor, 'transfer.execute') && executeRefusal(facts) === null,
    },
    transfers: run.transfers.map(
      ({ id, personId, statement, amountYen, bankAccount, isFirst, state, returnReason }) => ({
        ...{ id, amountYen, isFirst, state, returnReason, person: { id: personId, name: statement.personName } },
        bank: bankOf(bankAccount.bankCode)?.name ?? bankAccount.bankCode,
        branch: branchOf(bankAccount.bankCode, bankAccount.branchCode)?.name ?? bankAccount.branchCode,
        numberTail: bankAccount.numberTail,
        holderKana: bankAccount.holderKana,
        can: { return: state === 'sent' && mayAtAll(actor, 'transfer.return') },
      }),
    ),
  }
}
