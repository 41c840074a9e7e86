import { z } from 'zod'
import { accountKind } from './bank-accounts.ts'
import { endpoint } from './endpoint.ts'
import { can, day, digits, done, id, instant, line, month, name, version, yen } from './values.ts'

export const transferRunState = z.enum(['prepared', 'approved', 'executed', 'withdrawn'])
export const transferState = z.enum(['planned', 'sent', 'returned', 'dropped'])

/** How a bank wants the file. */
const habits = {
  newline: z.enum(['crlf', 'none']),
  /** 振込指定区分. */
  manner: z.enum(['7', '8', '0', ' ']),
  /** 手形交換所番号. */
  clearing: z.enum(['0000', '    ']),
}

export const getPayerAccount = endpoint({
  name: 'getPayerAccount',
  method: 'GET',
  path: '/api/payer-account',
  action: 'payer_account.read',
  summary: 'The account we pay from, and how its bank wants the file; null before anybody said.',
  answer: z.object({
    account: z
      .object({
        payerCode: z.string(),
        nameKana: z.string(),
        bank: z.object({ code: z.string(), name: z.string() }),
        branch: z.object({ code: z.string(), name: z.string() }),
        kind: accountKind,
        numberTail: z.string(),
        ...habits,
      })
      .nullable(),
    /** 0 before anybody said. */
    version,
    can: can('change'),
  }),
  refusals: [],
})
export const changePayerAccount = endpoint({
  name: 'changePayerAccount',
  method: 'POST',
  path: '/api/payer-account',
  action: 'payer_account.change',
  summary: 'Says which account we pay from; runs prepared before keep the one they were prepared with.',
  body: z.object({
    payerCode: digits(10, 10),
    nameKana: line(80),
    bankCode: z.string().regex(/^\d{4}$/),
    branchCode: z.string().regex(/^\d{3}$/),
    kind: accountKind,
    number: digits(7),
    ...habits,
    version,
  }),
  answer: z.object({ version }),
  refusals: [
    'version.stale',
    'bank_account.no_branch',
    'bank_account.holder_kanji',
    'bank_account.holder_wo',
    'bank_account.holder_signs',
  ],
})
export const getTransfers = endpoint({
  name: 'getTransfers',
  method: 'GET',
  path: '/api/pay-months/:month/transfers',
  action: 'transfer.read',
  summary: 'What of a closed month is to be transferred, what cannot be and why, and its runs, newest first.',
  params: z.object({ month }),
  answer: z.object({
    month,
    isClosed: z.boolean(),
    payOn: day,
    /** The next day a run can be for: `payOn`, or the first bank day from today on. */
    transferOn: day,
    hasPayer: z.boolean(),
    ready: z.object({ people: z.int(), totalYen: yen }),
    /** To be paid and not in any run. */
    left: z.array(
      z.object({
        person: name,
        amountYen: yen,
        why: z.enum(['no_account', 'no_branch', 'nothing_to_pay', 'came_back']),
      }),
    ),
    runs: z.array(
      z.object({
        id,
        number: z.int(),
        state: transferRunState,
        transferOn: day,
        people: z.int(),
        totalYen: yen,
        prepared: z.object({ by: name, at: instant }),
        approved: z.object({ by: name, at: instant }).nullable(),
        executed: z.object({ by: name, at: instant }).nullable(),
        withdrawal: z.string().nullable(),
        fileSha256: z.string().nullable(),
        can: can('approve', 'withdraw', 'download', 'execute'),
        transfers: z.array(
          z.object({
            id,
            person: name,
            amountYen: yen,
            bank: z.string(),
            branch: z.string(),
            numberTail: z.string(),
            holderKana: z.string(),
            /** Nothing was sent to this account before. */
            isFirst: z.boolean(),
            state: transferState,
            returnReason: z.string().nullable(),
            can: can('return'),
          }),
        ),
      }),
    ),
    can: can('prepare'),
  }),
  refusals: [],
})
export const prepareTransfers = endpoint({
  name: 'prepareTransfers',
  method: 'POST',
  path: '/api/pay-months/:month/transfers',
  action: 'transfer.prepare',
  summary: 'Puts everything of a closed month that can be transferred into one run; somebody else approves.',
  params: z.object({ month }),
  body: z.object({ transferOn: day }),
  answer: z.object({ id }),
  refusals: ['transfer.not_closed', 'transfer.no_payer', 'transfer.nothing', 'transfer.bank_closed', 'transfer.past'],
})
const run = z.object({ runId: id })
export const approveTransfers = endpoint({
  name: 'approveTransfers',
  method: 'POST',
  path: '/api/transfer-runs/:runId/approval',
  action: 'transfer.approve',
  summary: 'The second person’s yes: the bank file is made, once.',
  params: run,
  answer: done,
  refusals: ['transfer.wrong_state', 'transfer.own_run', 'transfer.no_branch', 'transfer.past'],
})
export const withdrawTransfers = endpoint({
  name: 'withdrawTransfers',
  method: 'POST',
  path: '/api/transfer-runs/:runId/withdrawal',
  action: 'transfer.withdraw',
  summary: 'Gives a run up that the bank has not executed; its statements can go into another.',
  params: run,
  body: z.object({ reason: line(300) }),
  answer: done,
  refusals: ['transfer.wrong_state'],
})
export const downloadTransfers = endpoint({
  name: 'downloadTransfers',
  method: 'GET',
  path: '/api/transfer-runs/:runId/file',
  action: 'transfer.download',
  summary: 'The file for the bank (全銀 総合振込), the same bytes each time; each download is recorded.',
  params: run,
  answer: z.unknown(),
  download: true,
  refusals: ['transfer.wrong_state'],
})
export const executeTransfers = endpoint({
  name: 'executeTransfers',
  method: 'POST',
  path: '/api/transfer-runs/:runId/execution',
  action: 'transfer.execute',
  summary: 'Notes that the bank has executed the run: every transfer is posted to the ledger.',
  params: run,
  answer: done,
  refusals: ['transfer.wrong_state', 'transfer.too_early'],
})
export const returnTransfer = endpoint({
  name: 'returnTransfer',
  method: 'POST',
  path: '/api/transfers/:transferId/return',
  action: 'transfer.return',
  summary: 'Notes that the bank gave a transfer back (組戻し): it is owed again and can go into another run.',
  params: z.object({ transferId: id }),
  body: z.object({ reason: line(300) }),
  answer: done,
  refusals: ['transfer.not_sent'],
})
