import * as contract from '@tsumugi/kit/contract/invoices.ts'
import { downloadRoute, type Route, route } from '../http/implement.ts'
import { changeClientTerms } from './change-client-terms.ts'
import { changeInvoiceIssuer } from './change-invoice-issuer.ts'
import { correctInvoice } from './correct-invoice.ts'
import { downloadInvoice } from './download-invoice.ts'
import { getClientTerms } from './get-client-terms.ts'
import { getInvoice } from './get-invoice.ts'
import { getInvoiceIssuer } from './get-invoice-issuer.ts'
import { issueInvoice } from './issue-invoice.ts'
import { listBillables } from './list-billables.ts'
import { listInvoices } from './list-invoices.ts'

export const invoicesRoutes: Route[] = [
  route(contract.getClientTerms, getClientTerms),
  route(contract.changeClientTerms, changeClientTerms),
  route(contract.getInvoiceIssuer, getInvoiceIssuer),
  route(contract.changeInvoiceIssuer, changeInvoiceIssuer),
  route(contract.listBillables, listBillables),
  route(contract.issueInvoice, issueInvoice),
  route(contract.listInvoices, listInvoices),
  route(contract.getInvoice, getInvoice),
  downloadRoute(contract.downloadInvoice, downloadInvoice),
  route(contract.correctInvoice, correctInvoice),
]
