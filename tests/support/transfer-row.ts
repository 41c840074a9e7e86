import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'

/** A bank account of a statement's person that waits, and a run with the statement's transfer, all made by nobody in particular. */
export async function makeTransfer(
  house: House,
  statementId: string,
  by = { entered: newId(), prepared: newId() },
): Promise<{ accountId: string; payerAccountId: string; runId: string; transferId: string }> {
  const { db, clock, sealing } = house.world
  const at = clock.now()
  const statement = await db.rows.statement.findUniqueOrThrow({ where: { id: statementId } })
  const { personId, month, transferYen: amountYen } = statement
  const bank = { bankCode: '0143', branchCode: '433', kind: 'ordinary', numberTail: '567' } as const
  const accountId = await waitingAccount(house, personId, { ...bank, madeById: by.entered })
  const payerAccountId = newId()
  await db.rows.payerAccount.create({
    data: {
      ...{
        id: payerAccountId,
        version: (await db.rows.payerAccount.count()) + 1,
        payerCode: '1234567890',
        nameKana: 'ｻﾞｲ)ﾃｽﾄ',
        ...bank,
      },
      sealedNumber: sealing.seal('7654321', { column: 'payer_account.sealed_number', id: payerAccountId }),
      ...{ newline: 'crlf', manner: '7', clearing: '0000', madeById: by.prepared, madeAt: at },
    },
  })
  const runId = newId()
  const transferId = newId()
  await db.rows.transferRun.create({
    data: {
      ...{
        id: runId,
        month,
        transferOn: new Date('2026-12-25'),
        payerAccountId,
        transferCount: 1,
        totalYen: amountYen,
      },
      ...{ preparedById: by.prepared, preparedAt: at },
      transfers: {
        create: { id: transferId, statementId, personId, bankAccountId: accountId, amountYen, isFirst: true },
      },
    },
  })
  return { accountId, payerAccountId, runId, transferId }
}

/** One at a time waits: the one there is, or another. */
async function waitingAccount(
  house: House,
  personId: string,
  made: { bankCode: string; branchCode: string; kind: 'ordinary'; numberTail: string; madeById: string },
): Promise<string> {
  const { db, clock, sealing } = house.world
  const waiting = await db.rows.bankAccount.findFirst({ where: { personId, state: 'waiting' } })
  if (waiting) return waiting.id
  const id = newId()
  const sealedNumber = sealing.seal('1234567', { column: 'bank_account.sealed_number', id })
  await db.rows.bankAccount.create({
    data: { id, personId, state: 'waiting', ...made, sealedNumber, holderKana: 'ｶﾉ ﾊﾅ', madeAt: clock.now() },
  })
  return id
}
