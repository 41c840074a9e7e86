export { invoiceNumber } from './billing-calc.ts'
export { getClientTermsOn, getIssuerOn } from './get-client-terms-on.ts'
export { getOpenInvoices, type InvoiceOwed } from './get-open-invoices.ts'
export { lockClient } from './terms-store.ts'
