import { type AppPage, page } from '@tsumugi/kit/ui/app/start-app.tsx'

/** Every page behind the sign-in, one line each: its address and where it is made. `barePage` fills the window. */
export const pages: readonly AppPage[] = [
  page('/', async () => (await import('./orders/HomePage.tsx')).HomePage),
  page('/orders/new', async () => (await import('./orders/NewOrderPage.tsx')).NewOrderPage),
  page('/orders/$orderId', async () => (await import('./orders/OrderPage.tsx')).OrderPage),
  page('/orders/$orderId/split', async () => (await import('./splitting/SplitPage.tsx')).SplitPage),
  page('/orders/$orderId/allotment', async () => (await import('./allotment/AllotmentPage.tsx')).AllotmentPage),
  page('/orders/$orderId/tasks', async () => (await import('./tasks/TasksPage.tsx')).TasksPage),
  page('/people', async () => (await import('./people/PeoplePage.tsx')).PeoplePage),
  page('/pay', async () => (await import('./pay/PayMonthsPage.tsx')).PayMonthsPage),
  page('/pay/$month', async () => (await import('./pay/PayMonthPage.tsx')).PayMonthPage),
  page('/pay/$month/additions', async () => (await import('./pay/additions/PayAdditionsPage.tsx')).PayAdditionsPage),
  page('/pay/$month/transfers', async () => (await import('./pay/transfers/TransfersPage.tsx')).TransfersPage),
  page('/pay/statements/$statementId', async () => (await import('./pay/PayStatementPage.tsx')).PayStatementPage),
  page('/invoices', async () => (await import('./invoices/InvoicesPage.tsx')).InvoicesPage),
  page('/invoices/$invoiceId', async () => (await import('./invoices/InvoicePage.tsx')).InvoicePage),
  page('/deposits', async () => (await import('./deposits/DepositsPage.tsx')).DepositsPage),
  page('/deposits/$importId', async () => (await import('./deposits/DepositImportPage.tsx')).DepositImportPage),
  page('/documents', async () => (await import('./documents/DocumentsPage.tsx')).DocumentsPage),
  page('/ledger', async () => (await import('./ledger/LedgerPage.tsx')).LedgerPage),
  page('/mails', async () => (await import('./mails/MailsPage.tsx')).MailsPage),
  page('/audit', async () => (await import('./audit/AuditPage.tsx')).AuditPage),
  page('/jobs', async () => (await import('./operation/JobsPage.tsx')).JobsPage),
  page('/connect', async () => (await import('./access/ConnectPage.tsx')).ConnectPage),
  page('/connect/webhooks/$webhookId', async () => (await import('./access/WebhookPage.tsx')).WebhookPage),
  page('/me', async () => (await import('@tsumugi/kit/ui/sign-in/SettingsPage.tsx')).SettingsPage),
]
