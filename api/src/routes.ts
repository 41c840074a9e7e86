import { accessRoutes } from './access/routes.ts'
import { additionsRoutes } from './additions/routes.ts'
import { answersRoutes } from './answers/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { bankAccountsRoutes } from './bank-accounts/routes.ts'
import { booksRoutes } from './books/routes.ts'
import { credentialsRoutes } from './credentials/routes.ts'
import { deliveriesRoutes } from './deliveries/routes.ts'
import { depositsRoutes } from './deposits/routes.ts'
import { documentsRoutes } from './documents/routes.ts'
import { feeCutsRoutes } from './fee-cuts/routes.ts'
import { handEntriesRoutes } from './hand-entries/routes.ts'
import type { Route } from './http/implement.ts'
import { invoicesRoutes } from './invoices/routes.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { mailsRoutes } from './mails/routes.ts'
import { manualsRoutes } from './manuals/routes.ts'
import { moreTimeRoutes } from './more-time/routes.ts'
import { noticesRoutes } from './notices/routes.ts'
import { openTermsRoutes } from './open-terms/routes.ts'
import { operationRoutes } from './operation/routes.ts'
import { ordersRoutes } from './orders/routes.ts'
import { payRoutes } from './pay/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { ratesRoutes } from './rates/routes.ts'
import { reviewsRoutes } from './reviews/routes.ts'
import { splittingRoutes } from './splitting/routes.ts'
import { tasksRoutes } from './tasks/routes.ts'
import { taxProfilesRoutes } from './tax-profiles/routes.ts'
import { teamsRoutes } from './teams/routes.ts'
import { transfersRoutes } from './transfers/routes.ts'
import { uploadsRoutes } from './uploads/routes.ts'
import { webhooksRoutes } from './webhooks/routes.ts'
import { withholdingRoutes } from './withholding/routes.ts'

/** Every slice's routes; a test compares them with the contract. */
export const routes: readonly Route[] = [
  // Claims and saves come most often, and Express looks from the top.
  ...tasksRoutes,
  ...answersRoutes,
  ...additionsRoutes,
  ...handEntriesRoutes,
  ...accessRoutes,
  ...auditRoutes,
  ...credentialsRoutes,
  ...bankAccountsRoutes,
  ...taxProfilesRoutes,
  ...booksRoutes,
  ...deliveriesRoutes,
  ...depositsRoutes,
  ...documentsRoutes,
  ...feeCutsRoutes,
  ...moreTimeRoutes,
  ...invoicesRoutes,
  ...ledgerRoutes,
  ...mailsRoutes,
  ...manualsRoutes,
  ...noticesRoutes,
  ...openTermsRoutes,
  ...operationRoutes,
  ...ordersRoutes,
  ...payRoutes,
  ...peopleRoutes,
  ...ratesRoutes,
  ...reviewsRoutes,
  ...splittingRoutes,
  ...teamsRoutes,
  ...transfersRoutes,
  ...uploadsRoutes,
  ...webhooksRoutes,
  ...withholdingRoutes,
]
