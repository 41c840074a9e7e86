import type { Rows, Tx } from '../db/database.ts'
import type { Invoice, InvoiceLine, Prisma } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { found } from '../kernel/refusal.ts'

/** An invoice with its lines in their order. */
export type WholeInvoice = Invoice & { lines: InvoiceLine[] }

/** A line to be written. */
export interface NewLine {
  kind: 'order' | 'adjustment'
  orderId: string
  soldOn: string
  description: string
  netYen: number
  taxRateBp: number
}

/** The number of the next invoice; whoever asks holds the numbers until their transaction ends. */
export async function takeNextNumber(tx: Tx): Promise<number> {
  await tx.rows.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('invoice', 0))`
  const newest = await tx.rows.invoice.aggregate({ _max: { number: true } })
  return (newest._max.number ?? 0) + 1
}

/** Writes an invoice with its lines, in their order. */
export async function addInvoice(
  tx: Tx,
  head: Omit<Prisma.InvoiceUncheckedCreateInput, 'lineCount' | 'lines'> & { id: string },
  lines: readonly NewLine[],
): Promise<WholeInvoice> {
  await tx.rows.invoice.create({ data: { ...head, lineCount: lines.length } })
  await tx.rows.invoiceLine.createMany({
    data: lines.map((line, position) => ({
      id: newId(),
      invoiceId: head.id,
      version: head.version,
      position,
      ...line,
      soldOn: dateOfDay(line.soldOn),
    })),
  })
  return getWhole(tx.rows, head.id)
}

/** An invoice with its lines; 404 when there is none. */
export async function getWhole(rows: Rows, invoiceId: string): Promise<WholeInvoice> {
  return found(
    await rows.invoice.findUnique({ where: { id: invoiceId }, include: { lines: { orderBy: { position: 'asc' } } } }),
  )
}

/** Whether a later version corrects an invoice. */
export async function hasCorrection(rows: Rows, invoiceId: string): Promise<boolean> {
  return (await rows.invoice.count({ where: { correctsId: invoiceId } })) > 0
}
