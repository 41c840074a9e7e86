import { createHash } from 'node:crypto'
import { bankOf, branchOf, zenginText } from '../bank-accounts/public.ts'
import type { Tx } from '../db/database.ts'
import type { PayerAccount, TransferRun } from '../db/generated/client.ts'
import { toCp932 } from '../kernel/cp932.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { loadTransfers } from './load-transfers.ts'
import { payerOf } from './payer-account-store.ts'
import { type FileHabits, zenginFile } from './zengin-file.ts'

/** Names of banks and branches in the file. */
const placeBytes = 15

/** The bytes of a run's file and their hash, from the accounts as they were when it was prepared. */
export async function fileOfRun(world: World, tx: Tx, run: TransferRun): Promise<{ text: string; sha256: string }> {
  const payer = await payerOf(tx, run.payerAccountId)
  const transfers = await loadTransfers(tx.rows, run.id)
  const text = zenginFile(
    {
      ...{ payerCode: payer.payerCode, nameKana: payer.nameKana, kind: payer.kind },
      ...placeOf(payer),
      number: world.sealing.open(payer.sealedNumber, { column: 'payer_account.sealed_number', id: payer.id }),
    },
    transfers.map(({ bankAccount, amountYen, statement }) => ({
      ...{ ...placeOf(bankAccount), kind: bankAccount.kind, nameKana: bankAccount.holderKana, amountYen },
      number: world.sealing.open(bankAccount.sealedNumber, {
        ...{ column: 'bank_account.sealed_number', id: bankAccount.id },
      }),
      code1: String(statement.number),
      code2: statement.month.replace('-', ''),
    })),
    { on: isoDayOf(run.transferOn), habits: habitsOf(payer) },
  )
  return { text, sha256: createHash('sha256').update(toCp932(text).bytes).digest('hex') }
}

function placeOf({ bankCode, branchCode }: { bankCode: string; branchCode: string }) {
  const bank = bankOf(bankCode)
  const branch = branchOf(bankCode, branchCode)
  if (!bank || !branch) throw new Refusal('transfer.no_branch')
  return { bankCode, branchCode, bankKana: kanaOf(bank.kana), branchKana: kanaOf(branch.kana) }
}

/** Cut to its field; names are for people's eyes, codes decide. */
function kanaOf(kana: string): string {
  const written = zenginText(kana, 'bank', placeBytes)
  return 'text' in written ? written.text : ''
}

function habitsOf({ newline, manner, clearing }: PayerAccount): FileHabits {
  return {
    newline: newline === 'none' ? 'none' : 'crlf',
    manner: manner as FileHabits['manner'],
    clearing: clearing as FileHabits['clearing'],
  }
}
