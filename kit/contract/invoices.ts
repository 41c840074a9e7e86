import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import {
  basisPoints,
  can,
  day,
  id,
  instant,
  language,
  line,
  name,
  page,
  pageQuery,
  text,
  version,
  yen,
} from './values.ts'

/** 1 to 31; 31 is the end of the month, however long it is. */
const dayOfMonth = z.int().min(1).max(31)

/** How a client is billed. */
const terms = {
  closingDay: dayOfMonth,
  /** Paid so many months after the month of the closing day … */
  payMonths: z.int().min(0).max(6),
  /** … on this day. */
  payDay: dayOfMonth,
  /** When banks are closed on that day: paid on the bank day before, else on the one after. */
  paysBefore: z.boolean(),
  /** Whom the invoice names (宛名). */
  addressee: line(120),
  address: text(300),
  language,
  /** Names the client pays by, as they stand in the bank's list. */
  payerNames: z.array(line(48)).max(10),
}

/** As they were written: what stands in the books is shown whatever it is. */
const shownTerms = { ...terms, addressee: z.string(), address: z.string(), payerNames: z.array(z.string()) }

export const getClientTerms = endpoint({
  name: 'getClientTerms',
  method: 'GET',
  path: '/api/clients/:clientId/terms',
  action: 'client_terms.read',
  summary: 'How a client is billed now, and every change of it.',
  params: z.object({ clientId: id }),
  answer: z.object({
    client: name,
    /** In force today; what goes without saying until somebody says otherwise. */
    terms: z.object(shownTerms),
    /** 0 before anybody said anything. */
    version,
    history: z.array(z.object({ id, validFrom: day, changedAt: instant, changedBy: z.string(), ...shownTerms })),
    can: can('change'),
  }),
  refusals: [],
})
export const changeClientTerms = endpoint({
  name: 'changeClientTerms',
  method: 'POST',
  path: '/api/clients/:clientId/terms',
  action: 'client_terms.change',
  summary:
    'Bills a client otherwise from a day on; what held before stays on record. `version` is the one that was read.',
  params: z.object({ clientId: id }),
  body: z.object({ validFrom: day, ...terms, version }),
  answer: z.object({ version }),
  refusals: ['version.stale'],
})

const issuer = {
  name: line(120),
  nameEn: line(120),
  /** As typed; kept as T and 13 digits. */
  registrationNumber: line(30),
  address: line(300),
  contact: line(200),
  /** Where clients transfer to, as printed. */
  bankAccount: line(300),
  /** How a fraction of a yen of tax goes. */
  rounding: z.enum(['floor', 'half_up', 'ceil']),
}
const shownIssuer = {
  ...issuer,
  name: z.string(),
  nameEn: z.string(),
  registrationNumber: z.string(),
  address: z.string(),
  contact: z.string(),
  bankAccount: z.string(),
}
export const getInvoiceIssuer = endpoint({
  name: 'getInvoiceIssuer',
  method: 'GET',
  path: '/api/invoice-issuer',
  action: 'invoice_issuer.read',
  summary: 'What stands on our invoices about us, and every change of it; null until it is filled in.',
  answer: z.object({
    issuer: z.object(shownIssuer).nullable(),
    version,
    history: z.array(z.object({ id, validFrom: day, changedAt: instant, changedBy: z.string(), ...shownIssuer })),
    can: can('change'),
  }),
  refusals: [],
})
export const changeInvoiceIssuer = endpoint({
  name: 'changeInvoiceIssuer',
  method: 'POST',
  path: '/api/invoice-issuer',
  action: 'invoice_issuer.change',
  summary: 'Says what stands on our invoices from a day on; the registration number must have the right check digit.',
  body: z.object({ validFrom: day, ...issuer, version }),
  answer: z.object({ version }),
  refusals: ['invoice_issuer.wrong_number', 'version.stale'],
})

const amounts = { netYen: yen, taxYen: yen, totalYen: yen }
/** What a rate comes to, rounded once for the whole document. */
const rates = z.array(z.object({ rateBp: basisPoints, netYen: yen, taxYen: yen }))

export const listBillables = endpoint({
  name: 'listBillables',
  method: 'GET',
  path: '/api/billables',
  action: 'invoice.issue',
  summary: 'What clients accepted and was not invoiced yet, by client, to the closing day that has passed last.',
  answer: z.object({
    clients: z.array(
      z.object({
        client: name,
        addressee: z.string(),
        /** The last closing day that has passed. */
        closingOn: day,
        dueOn: day,
        /** To be billed with that closing day; none when everything came later. */
        orders: z.array(z.object({ id, number: z.int(), title: z.string(), soldOn: day, netYen: yen })),
        ...amounts,
        /** Accepted after it, for the next invoice. */
        later: z.object({ orders: z.int(), netYen: yen }),
        /** The closing day that comes next, today included. */
        next: z.object({ closingOn: day, dueOn: day }),
        /** What an invoice closed today would hold: everything not billed yet. */
        today: z.object({ dueOn: day, totalYen: yen }),
      }),
    ),
    issuerMissing: z.boolean(),
  }),
  refusals: [],
})

const invoiceRow = {
  id,
  /** As printed, `INV-000012`; a corrected one `INV-000012-2`. */
  number: z.string(),
  version: z.int(),
  client: name,
  issuedOn: day,
  closingOn: day,
  dueOn: day,
  ...amounts,
  /** What is still to be paid; below zero what was paid too much. Of a version that was corrected: as of the newest. */
  openYen: yen,
  state: z.enum(['open', 'partly_paid', 'paid', 'overpaid']),
  isOverdue: z.boolean(),
}

export const issueInvoice = endpoint({
  name: 'issueInvoice',
  method: 'POST',
  path: '/api/invoices',
  action: 'invoice.issue',
  summary: 'Bills a client for everything accepted up to a closing day and not invoiced yet.',
  body: z.object({ clientId: id, closingOn: day }),
  answer: z.object({ id, number: z.string() }),
  refusals: ['thing.not_found', 'invoice.nothing_to_bill', 'invoice.day_to_come', 'invoice.issuer_missing'],
})
export const listInvoices = endpoint({
  name: 'listInvoices',
  method: 'GET',
  path: '/api/invoices',
  action: 'invoice.list',
  summary: 'Invoices as they stand now, newest first: all of them, or those of the client asking.',
  query: z.object({ ...pageQuery, clientId: id.optional(), unpaid: z.enum(['true']).optional() }),
  answer: page(z.object(invoiceRow)),
  refusals: [],
})
export const getInvoice = endpoint({
  name: 'getInvoice',
  method: 'GET',
  path: '/api/invoices/:invoiceId',
  action: 'invoice.read',
  summary: 'An invoice with its lines, what each rate comes to, and the versions before and after it.',
  params: z.object({ invoiceId: id }),
  answer: z.object({
    ...invoiceRow,
    addressee: z.string(),
    issuerName: z.string(),
    registrationNumber: z.string(),
    bankAccount: z.string(),
    periodFrom: day,
    language,
    reason: z.string().nullable(),
    lines: z.array(
      z.object({
        kind: z.enum(['order', 'adjustment']),
        order: z.object({ id, number: z.int() }),
        soldOn: day,
        description: z.string(),
        netYen: yen,
        taxRateBp: basisPoints,
      }),
    ),
    rates,
    versions: z.array(z.object({ id, number: z.string(), version: z.int(), issuedOn: day, totalYen: yen })),
    can: can('correct'),
  }),
  refusals: [],
})
export const downloadInvoice = endpoint({
  name: 'downloadInvoice',
  method: 'GET',
  path: '/api/invoices/:invoiceId/pdf',
  action: 'invoice.read',
  summary: 'The invoice as PDF: as it was issued, or the same in the other language.',
  params: z.object({ invoiceId: id }),
  query: z.object({ language: language.optional() }),
  download: true,
  answer: z.unknown(),
  refusals: [],
})
export const correctInvoice = endpoint({
  name: 'correctInvoice',
  method: 'POST',
  path: '/api/invoices/:invoiceId/correction',
  action: 'invoice.correct',
  summary: 'Issues the next version of an invoice, which refers to it; the old one stays as it is.',
  params: z.object({ invoiceId: id }),
  body: z.object({
    reason: line(300),
    addressee: line(120).optional(),
    /** Added to an order of the invoice or taken off it, tax exclusive. */
    adjustments: z
      .array(z.object({ orderId: id, description: line(200), netYen: z.int().min(-100_000_000).max(100_000_000) }))
      .max(10),
  }),
  answer: z.object({ id, number: z.string() }),
  refusals: ['invoice.superseded', 'invoice.nothing_to_correct', 'invoice.below_zero', 'thing.not_found'],
})
