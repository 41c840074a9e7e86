import { newId } from '../../api/src/kernel/ids.ts'
import { dateOfDay } from '../../api/src/kernel/japan-day.ts'
import { payPostings, statementPostings } from '../../api/src/ledger/entry-calc.ts'
import { postEntries } from '../../api/src/ledger/public.ts'
import type { House } from './house.ts'

let made = 0
const nextMonth = () => `${2021 + Math.floor(made / 12)}-${String((made % 12) + 1).padStart(2, '0')}`

/** A statement of one line of 1,000 yen for a month long ago, another each time, written by its rows; each call with the next number. */
export async function makeStatement(
  house: House,
  personId: string,
  orderId: string,
  month = nextMonth(),
): Promise<string> {
  const { db, clock } = house.world
  const id = newId()
  made += 1
  const number = made
  await db.transact(async (tx) => {
    await tx.rows.payMonth.upsert({ where: { month }, create: { month }, update: {} })
    const amounts = { feeYen: 1_000, taxYen: 100, withheldYen: 0, transferYen: 1_100 }
    const at = clock.now()
    const pay = payPostings({ account: 'worker_pay', amountYen: 1_000, orderId, personId, receivedOn: `${month}-15` })
    // A cause that no data check looks behind.
    const causeId = newId()
    await postEntries(tx, [
      { cause: 'order_cancelled', causeId, orderId, at, postings: pay },
      {
        cause: 'statement_made',
        causeId: id,
        orderId: null,
        at,
        postings: statementPostings({ personId, ...amounts }),
      },
    ])
    const names = { personName: 'x', ordererName: 'x' }
    const days = { payOn: dateOfDay('2020-02-25'), confirmBy: dateOfDay('2099-01-01'), madeAt: at }
    await tx.rows.statement.create({
      data: { id, month, number, personId, ...names, lineCount: 1, ...amounts, taxRateBp: 1_000, ...days },
    })
    const { id: postingId } = await tx.rows.ledgerPosting.findFirstOrThrow({
      where: { account: 'payable', entry: { causeId } },
    })
    await tx.rows.statementLine.create({ data: { postingId, statementId: id } })
  })
  return id
}
