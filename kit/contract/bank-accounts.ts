import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, digits, done, id, instant, line, name } from './values.ts'

export const accountKind = z.enum(['ordinary', 'current', 'savings'])
export const bankAccountState = z.enum(['waiting', 'current', 'replaced', 'refused'])

const bank = z.object({ code: z.string(), name: z.string(), kana: z.string() })

/** An account as its owner reads it from the passbook. */
const passbook = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('bank'),
    bankCode: z.string().regex(/^\d{4}$/),
    branchCode: z.string().regex(/^\d{3}$/),
    kind: accountKind,
    /** Up to seven digits; shorter ones are filled with zeros in front. */
    number: digits(7),
  }),
  /** ゆうちょ: the sign (記号) and number (番号) of the passbook. */
  z.object({ by: z.literal('yucho'), sign: digits(5, 5), number: digits(8) }),
])
/** The holder's name in kana; written as the bank writes it. */
const holder = line(80)

/** An account as it is shown: never the whole number. */
const shownAccount = z.object({
  id,
  state: bankAccountState,
  bank: z.object({ code: z.string(), name: z.string() }),
  branch: z.object({ code: z.string(), name: z.string() }),
  kind: accountKind,
  /** The last three digits. */
  numberTail: z.string(),
  /** Half-width, as the bank writes it; show it in full width (NFKC). */
  holderKana: z.string(),
  madeAt: instant,
})

export const listBanks = endpoint({
  name: 'listBanks',
  method: 'GET',
  path: '/api/banks',
  action: 'bank.list',
  summary: 'Banks whose name, reading or code fits, the best fits first; at most 20.',
  query: z.object({ search: z.string().max(40).default('') }),
  answer: z.object({ banks: z.array(bank) }),
  refusals: [],
})
export const listBranches = endpoint({
  name: 'listBranches',
  method: 'GET',
  path: '/api/banks/:bankCode/branches',
  action: 'bank.list',
  summary: 'Branches of a bank whose name, reading or code fits; at most 20.',
  params: z.object({ bankCode: z.string().regex(/^\d{4}$/) }),
  query: z.object({ search: z.string().max(40).default('') }),
  answer: z.object({ branches: z.array(bank) }),
  refusals: [],
})
export const getMyBankAccount = endpoint({
  name: 'getMyBankAccount',
  method: 'GET',
  path: '/api/my-bank-account',
  action: 'bank_account.read',
  summary: 'Where the person asking is paid, and a change by the office that waits for its second person.',
  answer: z.object({ current: shownAccount.nullable(), waiting: shownAccount.nullable() }),
  refusals: [],
})
export const changeMyBankAccount = endpoint({
  name: 'changeMyBankAccount',
  method: 'POST',
  path: '/api/my-bank-account',
  action: 'bank_account.change',
  summary: 'Says where one is paid from now on; the password is asked again, and a mail tells of it.',
  body: z.object({ account: passbook, holder, password: z.string().max(200) }),
  answer: done,
  refusals: [
    'password.wrong',
    'request.too_many',
    'bank_account.no_branch',
    'bank_account.no_yucho',
    'bank_account.holder_kanji',
    'bank_account.holder_wo',
    'bank_account.holder_signs',
  ],
})
export const listBankAccounts = endpoint({
  name: 'listBankAccounts',
  method: 'GET',
  path: '/api/bank-accounts',
  action: 'bank_account.list',
  summary: 'Changes by the office that wait for their second person, and everybody with a statement and no account.',
  answer: z.object({
    waiting: z.array(shownAccount.extend({ person: name, madeBy: name, can: can('agree', 'refuse') })),
    missing: z.array(name),
  }),
  refusals: [],
})
export const enterBankAccount = endpoint({
  name: 'enterBankAccount',
  method: 'POST',
  path: '/api/people/:personId/bank-account',
  action: 'bank_account.enter',
  summary: 'Enters somebody’s account for them; it holds when another of the staff agrees.',
  params: z.object({ personId: id }),
  body: z.object({ account: passbook, holder }),
  answer: done,
  refusals: [
    'bank_account.waiting',
    'bank_account.no_branch',
    'bank_account.no_yucho',
    'bank_account.holder_kanji',
    'bank_account.holder_wo',
    'bank_account.holder_signs',
  ],
})
export const agreeBankAccount = endpoint({
  name: 'agreeBankAccount',
  method: 'POST',
  path: '/api/bank-accounts/:accountId/agreement',
  action: 'bank_account.agree',
  summary: 'The second person’s yes to an account entered by a colleague; the person is told by mail.',
  params: z.object({ accountId: id }),
  answer: done,
  refusals: ['bank_account.decided', 'bank_account.own_entry'],
})
export const refuseBankAccount = endpoint({
  name: 'refuseBankAccount',
  method: 'POST',
  path: '/api/bank-accounts/:accountId/refusal',
  action: 'bank_account.refuse',
  summary: 'Refuses an account entered by a colleague, or takes one’s own entry back.',
  params: z.object({ accountId: id }),
  answer: done,
  refusals: ['bank_account.decided'],
})
