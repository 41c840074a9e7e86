import * as access from './access.ts'
import * as additions from './additions.ts'
import * as answers from './answers.ts'
import * as audit from './audit.ts'
import * as bankAccounts from './bank-accounts.ts'
import * as books from './books.ts'
import * as credentials from './credentials.ts'
import * as deliveries from './deliveries.ts'
import * as deposits from './deposits.ts'
import * as documents from './documents.ts'
import type { Endpoint } from './endpoint.ts'
import * as feeCuts from './fee-cuts.ts'
import * as handEntries from './hand-entries.ts'
import * as invoices from './invoices.ts'
import * as ledger from './ledger.ts'
import * as mails from './mails.ts'
import * as manuals from './manuals.ts'
import * as moreTime from './more-time.ts'
import * as notices from './notices.ts'
import * as openTerms from './open-terms.ts'
import * as operation from './operation.ts'
import * as orders from './orders.ts'
import * as pay from './pay.ts'
import * as people from './people.ts'
import * as rates from './rates.ts'
import * as reviews from './reviews.ts'
import * as splitting from './splitting.ts'
import * as tasks from './tasks.ts'
import * as taxProfiles from './tax-profiles.ts'
import * as teams from './teams.ts'
import * as transfers from './transfers.ts'
import * as uploads from './uploads.ts'
import * as webhooks from './webhooks.ts'
import * as withholding from './withholding.ts'

const slices = {
  additions,
  access,
  answers,
  audit,
  credentials,
  bankAccounts,
  books,
  deliveries,
  deposits,
  documents,
  handEntries,
  feeCuts,
  invoices,
  ledger,
  mails,
  manuals,
  moreTime,
  notices,
  operation,
  openTerms,
  orders,
  pay,
  people,
  rates,
  reviews,
  splitting,
  tasks,
  taxProfiles,
  teams,
  transfers,
  uploads,
  webhooks,
  withholding,
}

/** Every endpoint with the slice that serves it, in a steady order. */
export const endpoints: { slice: string; endpoint: Endpoint }[] = Object.entries(slices).flatMap(([slice, exports]) =>
  Object.values(exports)
    .filter((value): value is Endpoint => typeof value === 'object' && 'path' in value && 'method' in value)
    .map((endpoint) => ({ slice, endpoint })),
)
