import { Readable } from 'node:stream'
import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'

/** An invoice of one order written by its rows, with its document; answers its id. */
export async function makeInvoice(house: House, clientId: string, orderId: string): Promise<string> {
  const { rows } = house.world.db
  const at = house.clock.now()
  const day = new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)
  const id = newId()
  const { _max } = await rows.invoice.aggregate({ _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  const { sha256, bytes } = await house.world.files.keep(Readable.from([Buffer.from('%PDF-1.4 invoice')]), 1_000)
  const file = { id: newId(), sha256, bytes: BigInt(bytes), contentType: 'application/pdf', createdAt: at }
  await rows.storedFile.createMany({ data: [file], skipDuplicates: true })
  const { id: fileId } = await rows.storedFile.findFirstOrThrow({ where: { sha256 } })
  const days = { periodFrom: day, closingOn: day, issuedOn: day, dueOn: day }
  const amounts = { netYen: 1_000, taxYen: 100, totalYen: 1_100 }
  await rows.$transaction([
    rows.invoice.create({
      data: {
        id,
        number,
        version: 1,
        clientId,
        language: 'ja',
        addressee: '北自動車',
        address: '',
        issuerName: 'つむぎ振興公社',
        registrationNumber: 'T7123456789012',
        issuerAddress: 'x',
        issuerContact: 'x',
        bankAccount: 'x',
        rounding: 'floor',
        ...days,
        lineCount: 1,
        ...amounts,
        issuedById: newId(),
        issuedAt: at,
      },
    }),
    rows.invoiceLine.create({
      data: {
        id: newId(),
        invoiceId: id,
        version: 1,
        position: 0,
        kind: 'order',
        orderId,
        soldOn: day,
        description: 'x',
        netYen: 1_000,
        taxRateBp: 1_000,
      },
    }),
    rows.document.create({
      data: {
        id: newId(),
        kind: 'invoice',
        subjectId: id,
        version: 1,
        language: 'ja',
        number: `INV-${String(number).padStart(6, '0')}`,
        transactedOn: day,
        amountYen: amounts.totalYen,
        counterpartyId: clientId,
        counterpartyName: '北自動車',
        fileId,
        storedAt: at,
      },
    }),
  ])
  return id
}
