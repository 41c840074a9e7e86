import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, day, done, id, instant, name, page, pageQuery, text, yen } from './values.ts'

/** Why a client is proposed for a deposit; `none` proposes nobody. */
export const matchedBy = z.enum(['name_and_amount', 'name_and_fee', 'name', 'amount', 'none'])

/** How a deposit would pay. */
const proposal = z.object({
  by: matchedBy,
  client: name.nullable(),
  /** What the client's bank seems to have taken off. */
  feeYen: yen,
  /** Invoices it would pay, with how much of each. */
  pays: z.array(z.object({ number: z.string(), amountYen: yen, restYen: yen })),
  /** Left over: paid in advance. */
  advanceYen: yen,
})

export const importDeposits = endpoint({
  name: 'importDeposits',
  method: 'POST',
  path: '/api/deposit-imports',
  action: 'deposit.import',
  summary: 'Takes in a bank’s list (CSV, UTF-8 or Shift_JIS) for a look; nothing is booked until it is confirmed.',
  upload: true,
  answer: z.object({ id, deposits: z.int(), known: z.int() }),
  refusals: [
    'deposit.unreadable',
    'deposit.too_many',
    'deposit.file_known',
    'deposit.nothing_new',
    'file.missing',
    'file.too_large',
  ],
})
export const getDepositImport = endpoint({
  name: 'getDepositImport',
  method: 'GET',
  path: '/api/deposit-imports/:importId',
  action: 'deposit.list',
  summary: 'What a file holds, and whom each deposit seems to be from.',
  params: z.object({ importId: id }),
  answer: z.object({
    id,
    fileName: z.string(),
    importedAt: instant,
    known: z.int(),
    confirmedAt: instant.nullable(),
    deposits: z.array(
      z.object({ id, paidOn: day, amountYen: yen, payer: z.string(), proposal, matched: name.nullable() }),
    ),
    clients: z.array(name),
    can: can('confirm', 'discard'),
  }),
  refusals: [],
})
export const confirmDepositImport = endpoint({
  name: 'confirmDepositImport',
  method: 'POST',
  path: '/api/deposit-imports/:importId/confirmation',
  action: 'deposit_import.confirm',
  summary: 'Books every deposit of the file: to the client named, or as not matched yet.',
  params: z.object({ importId: id }),
  body: z.object({
    matches: z.array(z.object({ depositId: id, clientId: id, feeYen: z.int().min(0).max(2_000) })).max(5_000),
  }),
  answer: done,
  refusals: ['deposit_import.confirmed', 'thing.not_found'],
})
export const discardDepositImport = endpoint({
  name: 'discardDepositImport',
  method: 'DELETE',
  path: '/api/deposit-imports/:importId',
  action: 'deposit_import.discard',
  summary: 'Lets go of a file that was taken in by mistake and not confirmed.',
  params: z.object({ importId: id }),
  answer: done,
  refusals: ['deposit_import.confirmed'],
})
export const listDeposits = endpoint({
  name: 'listDeposits',
  method: 'GET',
  path: '/api/deposits',
  action: 'deposit.list',
  summary: 'Booked deposits, newest first; those nobody was found for can be asked alone.',
  query: z.object({ ...pageQuery, unmatched: z.enum(['true']).optional() }),
  answer: page(
    z.object({
      id,
      paidOn: day,
      amountYen: yen,
      payer: z.string(),
      client: name.nullable(),
      feeYen: yen,
      pays: z.array(z.object({ number: z.string(), amountYen: yen })),
      advanceYen: yen,
    }),
  ).extend({
    waiting: z.array(z.object({ id, fileName: z.string(), importedAt: instant, deposits: z.int() })),
    clients: z.array(name),
    can: can('import', 'match'),
  }),
  refusals: [],
})
export const matchDeposit = endpoint({
  name: 'matchDeposit',
  method: 'POST',
  path: '/api/deposits/:depositId/match',
  action: 'deposit.match',
  summary: 'Says whose a booked deposit is that nobody was found for.',
  params: z.object({ depositId: id }),
  body: z.object({ clientId: id, feeYen: z.int().min(0).max(2_000) }),
  answer: done,
  refusals: ['deposit.matched', 'thing.not_found'],
})

/** Days since the due day: none, up to 30, 60, 90, more. */
export const ages = ['notDueYen', 'to30Yen', 'to60Yen', 'to90Yen', 'over90Yen'] as const
const aged = { notDueYen: yen, to30Yen: yen, to60Yen: yen, to90Yen: yen, over90Yen: yen, openYen: yen }

export const getAgeing = endpoint({
  name: 'getAgeing',
  method: 'GET',
  path: '/api/ageing',
  action: 'ageing.read',
  summary: 'What clients still owe by how long it is due, and what they paid in advance or too much.',
  answer: z.object({
    clients: z.array(z.object({ client: name, ...aged, advanceYen: yen, remindedOn: day.nullable() })),
    total: z.object({ ...aged, advanceYen: yen }),
    can: can('remind', 'useAdvance'),
  }),
  refusals: [],
})
export const useAdvance = endpoint({
  name: 'useAdvance',
  method: 'POST',
  path: '/api/clients/:clientId/advance-use',
  action: 'advance.use',
  summary: 'Pays a client’s open invoices, the oldest first, with what they paid in advance or too much.',
  params: z.object({ clientId: id }),
  answer: z.object({ usedYen: yen }),
  refusals: ['advance.nothing_to_use'],
})
export const sendReminder = endpoint({
  name: 'sendReminder',
  method: 'POST',
  path: '/api/clients/:clientId/reminders',
  action: 'reminder.send',
  summary: 'Mails a client a reminder of everything overdue and keeps it with their documents.',
  params: z.object({ clientId: id }),
  body: z.object({ message: text(1_000) }),
  answer: z.object({ number: z.string() }),
  refusals: ['reminder.nothing_overdue', 'invoice.issuer_missing'],
})
