import type { Prisma } from '../../../api/src/db/generated/client.ts'
import { newId } from '../../../api/src/kernel/ids.ts'
import { startSession } from '../../../api/src/people/session-store.ts'
import type { ImageAnswer } from '../../../kit/surfaces/image/answer.ts'
import { makeApiKeyRow } from '../../support/api-key-row.ts'
import { makeDeposits } from '../../support/deposit-row.ts'
import { makeHandEntry } from '../../support/hand-entry-row.ts'
import { makeHandOver } from '../../support/hand-over-row.ts'
import type { House } from '../../support/house.ts'
import { makeInvoice } from '../../support/invoice-row.ts'
import { makeRunningOrder, type RunningOrder } from '../../support/order-rows.ts'
import { makeRateRows } from '../../support/rate-rows.ts'
import { pinOn, reviewer } from '../../support/reviewer.ts'
import { makeStatement } from '../../support/statement-row.ts'
import { makeTown, type Town } from '../../support/town.ts'
import { makeTransfer } from '../../support/transfer-row.ts'
import { makeWebhookRow } from '../../support/webhook-row.ts'
import { claimByRow, submitByRow } from '../../support/work-rows.ts'
import { addOpenTerms } from './open-terms.ts'
import { addTaxProfile } from './tax-profiles.ts'
import { addTermsSteps, addUnconfirmedNotice } from './terms-records.ts'

/** A small world with one of everything the invariants speak of; all values are ids. */
export interface Records {
  town: Town
  order: RunningOrder
  /** An assignment in each state. */
  accepted: string
  submitted: string
  returned: string
  claimed: string
  open: string
  /** hana's submission that waits, and the one that was accepted by sato. */
  waitingSubmission: string
  acceptedSubmission: string
  review: string
  pin: string
  pinMessage: string
  event: string
  entry: string
  posting: string
  notice: string
  /** A notice of ken's that he has not confirmed. */
  unconfirmedNotice: string
  /** That it was opened, and the hash of its link. */
  termsLog: string
  termsLink: string
  delivery: string
  /** On its way, nothing of it here yet. */
  upload: string
  membership: string
  refreshToken: string
  /** The client's, usable. */
  apiKey: string
  webhook: string
  webhookMessage: string
  /** hana's statement of 2020-01, which is closed, and of 2020-02, which is open; and the posting on the open one. */
  closedStatement: string
  openStatement: string
  openLine: string
  /** One of one line, with its document; terms of its client and of us. */
  invoice: string
  invoiceLine: string
  document: string
  clientTerms: string
  issuer: string
  /** A file that waits; a booked deposit of nobody’s; one of the client's with the part of it that pays the invoice. */
  waitingImport: string
  freeDeposit: string
  matchedDeposit: string
  allocation: string
  /** hana's pay for the accepted assignment. */
  payable: string
  /** hana's account, entered by the office and waiting; and a run of payroll's with a transfer of her open statement to it. */
  accountId: string
  payerAccountId: string
  runId: string
  transferId: string
  /** Tax paid over for the closed month. */
  withholdingPayment: string
  /** An open item of the order's terms, and the decision of another. */
  termsPending: string
  termsChange: string
  /** hana's registration, and that it was looked up. */
  taxProfile: string
  taxVerification: string
  /** A bonus for hana that office proposed. */
  handEntry: string
  addition: string
  /** The same, approved by payroll. */
  approvedAddition: string
  /** A raise of the order's price, and why hana's rate is low. */
  payRaise: string
  /** mori's part of what ken has claimed. */
  handOver: string
  rateExplanation: string
}

/** Makes the records through the ordinary paths where they exist. */
export async function makeRecords(house: House): Promise<Records> {
  const town = await makeTown(house)
  const order = await makeRunningOrder(house, town, { images: 10, unitsPerTask: 2 })
  const [accepted = '', submitted = '', returned = '', claimed = '', open = ''] = order.assignmentIds
  const { rows } = house.world.db
  const sato = await reviewer(house, town.people.sato)
  const acceptedSubmission = await submitByRow(house, accepted, town.people.hana)
  await sato.accept(acceptedSubmission)
  const returnedSubmission = await submitByRow(house, returned, town.people.hana)
  await sato.sendBack(returnedSubmission, [pinOn(order, { itemId: order.itemIds[4] ?? '' })])
  const waitingSubmission = await submitByRow(house, submitted, town.people.hana)
  await claimByRow(house, claimed, town.people.ken)
  await addDraft(house, claimed, town.people.ken)
  const pin = await rows.pin.findFirstOrThrow({ include: { messages: true } })
  const posting = await rows.ledgerPosting.findFirstOrThrow({ where: { account: 'worker_pay' } })
  const idOf = ({ id }: { id: string }) => id
  const statements = await addStatements(house, town, order.orderId)
  return {
    town,
    order,
    accepted,
    submitted,
    returned,
    claimed,
    open,
    waitingSubmission,
    acceptedSubmission,
    review: idOf(await rows.review.findFirstOrThrow({ where: { decision: 'accepted' } })),
    pin: pin.id,
    pinMessage: pin.messages[0]?.id ?? '',
    event: idOf(await rows.event.findFirstOrThrow()),
    entry: posting.entryId,
    posting: posting.id,
    notice: idOf(await rows.termsNotice.findFirstOrThrow({ where: { personId: town.people.ken } })),
    unconfirmedNotice: await addUnconfirmedNotice(house, order.orderId, town.people.ken),
    ...(await addTermsSteps(house)),
    delivery: await addDelivery(house, order.orderId, town.people.office),
    upload: await addUpload(house, order.orderId, town.people.client),
    ...(await addInvoice(house, town, order.orderId)),
    ...statements,
    ...(await makeTransfer(house, statements.openStatement, {
      entered: town.people.office,
      prepared: town.people.payroll,
    })),
    payable: idOf(await rows.ledgerPosting.findFirstOrThrow({ where: { account: 'payable', assignmentId: accepted } })),
    withholdingPayment: await addWithholdingPayment(house, town),
    ...(await addTaxProfile(house, town)),
    ...(await addOpenTerms(house, order)),
    handEntry: await makeHandEntry(house, town.people.office),
    addition: await addAddition(house, town, {}),
    approvedAddition: await addAddition(house, town, {
      ...{ state: 'approved', decidedById: town.people.payroll, decidedAt: house.clock.now() },
    }),
    handOver: await makeHandOver(house, claimed, town.people.mori),
    ...(await makeRateRows(house, {
      orderId: order.orderId,
      personId: town.people.hana,
      directorId: town.people.sato,
    })),
    refreshToken: await addSession(house, town.people.hana),
    apiKey: await makeApiKeyRow(house, town.people.client),
    ...(await addWebhook(house, town.people.client)),
    membership: idOf(await rows.membership.findFirstOrThrow({ where: { personId: town.people.hana } })),
  }
}

async function addStatements(house: House, town: Town, orderId: string) {
  const closedStatement = await makeStatement(house, town.people.hana, orderId, '2020-01')
  const openStatement = await makeStatement(house, town.people.hana, orderId, '2020-02')
  const { rows } = house.world.db
  const at = house.clock.now()
  await rows.payMonth.update({
    where: { month: '2020-01' },
    data: {
      state: 'closed',
      fingerprint: 'x',
      proposedById: town.people.payroll,
      proposedAt: at,
      approvedById: town.people.office,
      approvedAt: at,
      closedAt: at,
    },
  })
  const { postingId } = await rows.statementLine.findFirstOrThrow({ where: { statementId: openStatement } })
  return { closedStatement, openStatement, openLine: postingId }
}

async function addWithholdingPayment(house: House, town: Town): Promise<string> {
  const id = newId()
  const at = house.clock.now()
  await house.world.db.rows.withholdingPayment.create({
    data: {
      id,
      month: '2020-01',
      amountYen: 100,
      paidOn: new Date('2020-03-10'),
      madeById: town.people.payroll,
      madeAt: at,
    },
  })
  return id
}

async function addAddition(house: House, town: Town, decided: Partial<Prisma.PayAdditionUncheckedCreateInput>) {
  const id = newId()
  const proposed = { proposedById: town.people.office, proposedAt: house.clock.now() }
  const what = { kind: 'bonus', doneOn: new Date('2026-11-19'), amountYen: 1_000, reason: 'x' } as const
  await house.world.db.rows.payAddition.create({
    data: { id, personId: town.people.hana, ...what, ...proposed, ...decided },
  })
  return id
}

async function addInvoice(house: House, town: Town, orderId: string) {
  const { rows } = house.world.db
  const changed = { validFrom: new Date('2026-11-01T00:00:00Z'), changedById: newId(), changedAt: house.clock.now() }
  const us = {
    name: 'x',
    nameEn: 'x',
    registrationNumber: 'T7123456789012',
    address: 'x',
    contact: 'x',
    bankAccount: 'x',
  }
  const days = { closingDay: 31, payMonths: 1, payDay: 31, paysBefore: true }
  const terms = { ...days, addressee: 'x', language: 'ja', payerNames: [] }
  const invoice = await makeInvoice(house, town.clientId, orderId)
  const { id: issuer } = await rows.invoiceIssuer.create({ data: { id: newId(), version: 1, ...us, ...changed } })
  const { id: clientTerms } = await rows.clientTerms.create({
    data: { id: newId(), clientId: town.clientId, version: 1, ...terms, ...changed },
  })
  const { id: invoiceLine } = await rows.invoiceLine.findFirstOrThrow({ where: { invoiceId: invoice } })
  const { id: document } = await rows.document.findFirstOrThrow({ where: { subjectId: invoice } })
  const { importId: waitingImport, depositId: freeDeposit } = await makeDeposits(house)
  const { depositId: matchedDeposit } = await makeDeposits(house)
  const matched = { depositId: matchedDeposit, clientId: town.clientId, feeYen: 0 }
  await rows.depositMatch.create({ data: { ...matched, matchedById: newId(), matchedAt: house.clock.now() } })
  const part = { depositId: matchedDeposit, invoiceNumber: 1, amountYen: 1_000, allocatedAt: house.clock.now() }
  const { id: allocation } = await rows.allocation.create({ data: { id: newId(), ...part } })
  const paid = { waitingImport, freeDeposit, matchedDeposit, allocation }
  return { invoice, invoiceLine, document, clientTerms, issuer, ...paid }
}

async function addSession(house: House, personId: string): Promise<string> {
  await house.world.db.transact((tx) => startSession(house.world, tx, personId, 'test'))
  return (await house.world.db.rows.refreshToken.findFirstOrThrow()).id
}

async function addDraft(house: House, assignmentId: string, savedById: string): Promise<void> {
  const answer: ImageAnswer = { images: {} }
  const savedAt = house.clock.now()
  await house.world.db.rows.draft.create({
    data: { assignmentId, answer, version: 1, activeSeconds: 0, savedById, savedAt },
  })
}

async function addDelivery(house: House, orderId: string, madeById: string): Promise<string> {
  const id = newId()
  const madeAt = house.clock.now()
  await house.world.db.rows.delivery.create({
    data: { id, orderId, version: 1, formats: ['coco'], itemsTotal: 10, madeById, madeAt },
  })
  return id
}

async function addUpload(house: House, orderId: string, personId: string): Promise<string> {
  const id = newId()
  const at = house.clock.now()
  const upload = { id, orderId, personId, name: 'a.zip', bytes: 10n, begunAt: at, movedAt: at }
  await house.world.db.rows.upload.create({ data: upload })
  return id
}

async function addWebhook(house: House, personId: string) {
  const { webhookId, messageId } = await makeWebhookRow(house, personId)
  return { webhook: webhookId, webhookMessage: messageId }
}
