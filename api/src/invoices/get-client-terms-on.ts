import type { Rows } from '../db/database.ts'
import type { ClientTerms, InvoiceIssuer } from '../db/generated/client.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import type { Rounding } from '../kernel/yen.ts'
import { type BillingDays, usualBillingDays } from './billing-calc.ts'

/** How a client is billed on a day. */
export interface TermsInForce extends BillingDays {
  addressee: string
  address: string
  language: 'ja' | 'en'
  payerNames: string[]
}

/** What is said about us on a day. */
export type IssuerInForce = Pick<
  InvoiceIssuer,
  'name' | 'nameEn' | 'registrationNumber' | 'address' | 'contact' | 'bankAccount'
> & { rounding: Rounding }

/** The client's terms in force on a day; what goes without saying where nobody said anything. */
export async function getClientTermsOn(
  rows: Rows,
  client: { id: string; name: string; address: string },
  day: string,
): Promise<TermsInForce> {
  const said = await rows.clientTerms.findFirst({
    where: { clientId: client.id, validFrom: { lte: dateOfDay(day) } },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  })
  if (said) return shownTerms(said)
  return { ...usualBillingDays, addressee: client.name, address: client.address, language: 'ja', payerNames: [] }
}

/** What invoices say about us on a day; null before anybody filled it in. */
export async function getIssuerOn(rows: Rows, day: string): Promise<IssuerInForce | null> {
  const said = await rows.invoiceIssuer.findFirst({
    where: { validFrom: { lte: dateOfDay(day) } },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  })
  return said && shownIssuer(said)
}

/** Our name in a language as it was said when an invoice was issued; null when nothing was said by then. */
export async function getIssuerNameAt(
  rows: Rows,
  { issuedOn, issuedAt }: { issuedOn: Date; issuedAt: Date },
  language: 'ja' | 'en',
): Promise<string | null> {
  const said = await rows.invoiceIssuer.findFirst({
    where: { validFrom: { lte: issuedOn }, changedAt: { lte: issuedAt } },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
  })
  return said && (language === 'en' ? said.nameEn : said.name)
}

/** A row of terms as it is told. */
export function shownTerms(row: ClientTerms): TermsInForce {
  const { closingDay, payMonths, payDay, paysBefore, addressee, address, payerNames } = row
  const language = row.language === 'en' ? ('en' as const) : ('ja' as const)
  return { closingDay, payMonths, payDay, paysBefore, addressee, address, language, payerNames }
}

/** A row about us as it is told. */
export function shownIssuer(row: InvoiceIssuer): IssuerInForce {
  const { name, nameEn, registrationNumber, address, contact, bankAccount } = row
  return { name, nameEn, registrationNumber, address, contact, bankAccount, rounding: row.rounding as Rounding }
}
