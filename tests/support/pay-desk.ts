import { approvePayAddition, proposePayAddition } from '../../kit/contract/additions.ts'
import { agreeBankAccount, enterBankAccount, listBankAccounts } from '../../kit/contract/bank-accounts.ts'
import { approvePayMonth, getPayMonth, listPayMonths, proposePayMonth } from '../../kit/contract/pay.ts'
import { explainRate, getRates } from '../../kit/contract/rates.ts'
import {
  approveTransfers,
  changePayerAccount,
  executeTransfers,
  getTransfers,
  prepareTransfers,
  returnTransfer,
} from '../../kit/contract/transfers.ts'
import { listWithholding, payWithholding } from '../../kit/contract/withholding.ts'
import { asPerson } from './ask.ts'
import type { House } from './house.ts'
import type { Town, TownPerson } from './town.ts'

/** Who is paid. */
export const payees = ['hana', 'ken', 'mori', 'sato'] as const satisfies readonly TownPerson[]
export type Payee = (typeof payees)[number]

/** What the office and payroll can do with people's pay, over HTTP; each answers the status of the first refusal, or 200. */
export type PayDesk = Awaited<ReturnType<typeof openPayDesk>>

/** Opens the desk: an account for everybody who is paid, and one to pay from. Its people stay signed in for good. */
export async function openPayDesk(house: House, town: Town) {
  const [payroll, office] = [await asPerson(house, town.people.payroll), await asPerson(house, town.people.office)]
  const { rows } = house.world.db
  await staySignedIn(house)
  /** Enters an account for each of them; again after money came back from one. */
  async function enterAccounts(of: readonly Payee[]): Promise<void> {
    for (const who of of) {
      const account = { by: 'bank', bankCode: '0143', branchCode: '433', kind: 'ordinary', number: '12345' } as const
      await office(enterBankAccount, { params: { personId: town.people[who] }, body: { account, holder: 'カノ' } })
    }
    for (const { id } of (await payroll(listBankAccounts)).answer.waiting) {
      await payroll(agreeBankAccount, { params: { accountId: id } })
    }
  }
  await enterAccounts(payees)
  const payer = { payerCode: '1234567890', nameKana: 'ザイ)テスト', bankCode: '0143', branchCode: '433' }
  const habits = { newline: 'crlf', manner: '7', clearing: '0000' } as const
  await payroll(changePayerAccount, { body: { ...payer, kind: 'ordinary', number: '7654321', ...habits, version: 0 } })
  const today = () => japanDayOf(house.clock.now())

  async function add(who: Payee, amountYen: number, kind: 'bonus' | 'design' | 'correction'): Promise<number> {
    const withholding = kind === 'design' ? ('ko1' as const) : ('none' as const)
    const what = { personId: town.people[who], kind, doneOn: today(), orderId: null, withholding, reason: 'x' }
    const proposed = await office(proposePayAddition, { body: { ...what, much: { by: 'sum', amountYen } } })
    if (proposed.status !== 200) return proposed.status
    return (await payroll(approvePayAddition, { params: { additionId: proposed.answer.id } })).status
  }

  /** Whoever owes more corrections than they earned gets a counter-entry before the close. */
  async function settleDebts(month: string): Promise<void> {
    const { people } = (await payroll(getPayMonth, { params: { month } })).answer
    for (const { person, feeYen } of people.filter((each) => each.feeYen < 0)) {
      const what = { kind: 'bonus', doneOn: `${month}-28`, orderId: null, withholding: 'none', reason: 'x' } as const
      const body = { ...what, personId: person.id, much: { by: 'sum' as const, amountYen: -feeYen } }
      const proposed = await office(proposePayAddition, { body })
      if (proposed.status === 200) await payroll(approvePayAddition, { params: { additionId: proposed.answer.id } })
    }
  }

  /** A rate under the minimum wage is answered before the close. */
  async function explainLowRates(month: string): Promise<void> {
    const { rates } = (await office(getRates, { query: { month } })).answer
    for (const { person, order, isOpen } of rates) {
      const body = { month, personId: person.id, orderId: order?.id ?? null, reason: 'x' }
      if (isOpen) await office(explainRate, { body })
    }
  }

  async function close(month = monthBefore(today())): Promise<number> {
    const params = { month }
    await explainLowRates(month)
    const proposed = (await payroll(proposePayMonth, { params })).status
    const approved = (await office(approvePayMonth, { params })).status
    await house.settle()
    return proposed === 200 ? approved : proposed
  }

  async function send(): Promise<number> {
    for (const month of await owingMonths(house)) {
      const params = { month }
      const { transferOn } = (await payroll(getTransfers, { params })).answer
      const prepared = await payroll(prepareTransfers, { params, body: { transferOn } })
      if (prepared.status !== 200) return prepared.status
      const run = { params: { runId: prepared.answer.id } }
      await office(approveTransfers, run)
      if (today() < transferOn) house.clock.moveTo(new Date(`${transferOn}T03:00:00Z`))
      await payroll(executeTransfers, run)
    }
    return 200
  }

  return {
    add,
    /** Closes the month before this one. */
    close: () => close(),
    /** Transfers whatever closed months owe, on its day. */
    send,
    /** The bank gives the newest transfer of somebody back. */
    giveBack: async (who: Payee) => {
      const where = { state: 'sent' as const, personId: town.people[who] }
      const sent = await rows.transfer.findFirst({ where, orderBy: { id: 'desc' } })
      if (!sent) return 404
      const request = { params: { transferId: sent.id }, body: { reason: '名義相違' } }
      const { status } = await payroll(returnTransfer, request)
      await enterAccounts([who])
      return status
    },
    /** Pays the oldest withheld tax over that is not paid yet. */
    payTax: async () => {
      const due = (await payroll(listWithholding)).answer.months.filter(({ can }) => can.pay).at(-1)
      if (!due) return 404
      return (await payroll(payWithholding, { params: { month: due.month }, body: { paidOn: today() } })).status
    },
    /** The month ends: on the second of the next one everything is closed that is over, and sent on its pay day. */
    turn: async () => {
      house.clock.moveTo(new Date(`${nextMonth(today())}-02T03:00:00Z`))
      let status = 200
      for (const { month, state } of (await payroll(listPayMonths)).answer.months.reverse()) {
        if (state === 'closed' || month === today().slice(0, 7)) continue
        await settleDebts(month)
        status = await close(month)
      }
      await send()
      return status
    },
  }
}

/** Months go by in a test; nobody signs in anew. */
export async function staySignedIn(house: House): Promise<void> {
  await house.world.db.pool.query("UPDATE session SET expires_at = '2999-01-01'")
}

async function owingMonths(house: House): Promise<string[]> {
  const { rows } = await house.world.db.pool.query<{ month: string }>(
    `SELECT DISTINCT s.month FROM statement s WHERE s.transfer_yen > 0
       AND NOT EXISTS (SELECT FROM transfer t WHERE t.statement_id = s.id AND t.state IN ('planned', 'sent')) ORDER BY 1`,
  )
  return rows.map(({ month }) => month)
}

function japanDayOf(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
}

function monthBefore(day: string): string {
  return new Date(new Date(`${day.slice(0, 7)}-01T00:00:00Z`).getTime() - 1).toISOString().slice(0, 7)
}

function nextMonth(day: string): string {
  return new Date(new Date(`${day.slice(0, 7)}-01T00:00:00Z`).getTime() + 32 * 86_400_000).toISOString().slice(0, 7)
}
