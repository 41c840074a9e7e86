import { Readable } from 'node:stream'
import { newId } from '../../api/src/kernel/ids.ts'
import { makeMail } from '../../api/src/mails/public.ts'
import { sessionOfToken, startSession } from '../../api/src/people/session-store.ts'
import { confirmTermsNotice, makeTermsNotice } from '../../kit/contract/notices.ts'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { makeApiKeyRow } from '../support/api-key-row.ts'
import { asPerson } from '../support/ask.ts'
import { makeDeposits } from '../support/deposit-row.ts'
import { makeHandEntry } from '../support/hand-entry-row.ts'
import { makeHandOver } from '../support/hand-over-row.ts'
import type { House } from '../support/house.ts'
import { makeInvoice } from '../support/invoice-row.ts'
import { makeMoreTime } from '../support/more-time-row.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { leaveInspectionOpen } from '../support/pending-term-row.ts'
import { makeStatement } from '../support/statement-row.ts'
import { makeTaxProfile } from '../support/tax-profile-row.ts'
import type { Town } from '../support/town.ts'
import { makeTransfer } from '../support/transfer-row.ts'
import { makeWebhookRow } from '../support/webhook-row.ts'
import { claimByRow, confirmTermsByRow, goodAnswer, submitByRow } from '../support/work-rows.ts'

/** One of everything an address can name, all of one client's order in one team's hands. */
export interface Things {
  orderId: string
  itemId: string
  quoteId: string
  /** Claimed by the holder. */
  assignmentId: string
  /** Handed in by the holder, waiting for review. */
  submissionId: string
  /** On work of the holder's that was returned. */
  pinId: string
  /** The holder's. */
  noticeId: string
  /** Less for the holder's returned work, waiting for their answer. */
  feeCutId: string
  /** Asked for by the holder, waiting. */
  moreTimeId: string
  deliveryId: string
  /** The holder's, on another device. */
  sessionId: string
  /** The sender's, without a piece so far. */
  uploadId: string
  /** The holder's. */
  statementId: string
  /** The sender's. */
  apiKeyId: string
  /** The sender's, with a message that got through. */
  webhookId: string
  messageId: string
  /** Waits until long after every test. */
  jobId: string
  /** The holder's. */
  passkeyId: string
  /** To somebody, waiting. */
  mailId: string
  /** For the holder, proposed by nobody here. */
  additionId: string
  /** Proposed by nobody here. */
  handEntryId: string
  /** The client's. */
  invoiceId: string
  /** Of the submission, by nobody here. */
  handOverId: string
  /** Nobody’s yet. */
  documentId: string
  importId: string
  depositId: string
  /** The holder's, entered by nobody here and waiting. */
  accountId: string
  /** The holder’s number. */
  profileId: string
  /** Prepared by nobody here, with a transfer of the statement. */
  runId: string
  transferId: string
  bankCode: string
  personId: string
  clauseId: string
  clientId: string
  teamId: string
  /** A team that has none of it. */
  otherTeamId: string
  regionId: string
  answer: ImageAnswer
}

/** Who the things belong to. */
export interface Owners {
  clientId: string
  teamId: string
  regionId: string
  /** Who works on it. */
  holderId: string
  /** Who returned the work with the pin. */
  directorId: string
  /** Whose file is on its way into the order. */
  senderId: string
}

/** Makes them; a few dozen milliseconds. */
export async function makeThings(house: House, town: Town, owners: Owners): Promise<Things> {
  const { clientId, teamId, regionId, holderId, directorId, senderId } = owners
  const order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 1, teamIds: [teamId], clientId })
  const noticeId = await confirmTerms(house, order.orderId, holderId)
  await leaveInspectionOpen(house, order.orderId)
  const [claimed = '', submitted = '', returned = ''] = order.assignmentIds
  await claimByRow(house, claimed, holderId)
  const submissionId = await submitByRow(house, submitted, holderId)
  const pinId = await returnByRow(house, returned, await submitByRow(house, returned, holderId), directorId)
  const statementId = await makeStatement(house, holderId, order.orderId)
  const { payerAccountId: _, ...transfer } = await makeTransfer(house, statementId)
  return {
    orderId: order.orderId,
    itemId: order.itemIds[0] ?? '',
    quoteId: order.quoteId,
    assignmentId: claimed,
    submissionId,
    pinId,
    noticeId,
    feeCutId: await feeCutByRow(house, returned, holderId),
    moreTimeId: await makeMoreTime(house, claimed, holderId),
    deliveryId: await deliveryByRow(house, order.orderId, directorId),
    uploadId: await uploadByRow(house, order.orderId, senderId),
    statementId,
    ...transfer,
    profileId: await makeTaxProfile(house, holderId),
    bankCode: '0143',
    jobId: await jobByRow(house),
    sessionId: await sessionByRow(house, holderId),
    passkeyId: await passkeyByRow(house, holderId),
    mailId: await mailToSomebody(house),
    additionId: await additionByRow(house, holderId),
    handEntryId: await makeHandEntry(house),
    ...(await invoiceByRow(house, clientId, order.orderId)),
    ...(await makeDeposits(house)),
    handOverId: await handOverByRow(house, submitted),
    apiKeyId: await makeApiKeyRow(house, senderId),
    ...(await makeWebhookRow(house, senderId)),
    personId: holderId,
    clauseId: order.clauseIds[0] ?? '',
    clientId,
    teamId,
    otherTeamId: teamId === town.southTeamId ? town.northTeamId : town.southTeamId,
    regionId,
    answer: await goodAnswer(house, claimed),
  }
}

async function feeCutByRow(house: House, assignmentId: string, personId: string): Promise<string> {
  const { rows } = house.world.db
  const { feeYen: wasYen } = await rows.assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  const id = newId()
  const proposed = { proposedById: newId(), proposedAt: house.clock.now() }
  const what = { wasYen, feeYen: wasYen - 1, fault: 'late', evidence: 'x' } as const
  await rows.feeCut.create({ data: { id, assignmentId, personId, ...what, ...proposed } })
  return id
}

async function additionByRow(house: House, personId: string): Promise<string> {
  const id = newId()
  const proposed = { proposedById: newId(), proposedAt: house.clock.now() }
  const what = { kind: 'bonus', doneOn: new Date('2026-11-19'), amountYen: 1_000, reason: 'x' } as const
  await house.world.db.rows.payAddition.create({ data: { id, personId, ...what, ...proposed } })
  return id
}

async function handOverByRow(house: House, assignmentId: string): Promise<string> {
  const personId = newId()
  const who = { email: `${personId}@example.jp`, displayName: 'x', createdAt: house.clock.now() }
  await house.world.db.rows.person.create({ data: { id: personId, ...who } })
  return makeHandOver(house, assignmentId, personId)
}

async function sessionByRow(house: House, personId: string): Promise<string> {
  const admission = await house.world.db.transact((tx) => startSession(house.world, tx, personId, 'another device'))
  return house.world.db.transact(async (tx) => (await sessionOfToken(tx, admission.refreshToken.value)) ?? '')
}

async function passkeyByRow(house: House, personId: string): Promise<string> {
  const id = newId()
  const key = { credentialId: id, publicKey: new Uint8Array([1]), counter: 0n, transports: [], name: 'x' }
  await house.world.db.rows.passkey.create({ data: { id, personId, ...key, madeAt: house.clock.now() } })
  return id
}

async function mailToSomebody(house: House): Promise<string> {
  const { world } = house
  const facts = { name: 'x', at: house.clock.now() }
  const mail = { kind: 'password_changed', toAddress: 'x@example.jp', language: 'ja', facts } as const
  await world.db.transact((tx) => makeMail(world, tx, mail))
  return (await world.db.rows.mail.findFirstOrThrow({ orderBy: { id: 'desc' } })).id
}

async function confirmTerms(house: House, orderId: string, personId: string): Promise<string> {
  const ask = await asPerson(house, personId)
  const made = await ask(makeTermsNotice, { params: { orderId } })
  // Whoever may not work holds things of other kinds; their terms are only rows.
  if (made.refusal) return confirmTermsByRow(house, orderId, personId)
  const { id: noticeId } = made.answer
  await ask(confirmTermsNotice, { params: { noticeId } })
  return noticeId
}

async function returnByRow(house: House, assignmentId: string, submissionId: string, directorId: string) {
  const { rows } = house.world.db
  const at = house.clock.now()
  const { authorId } = await rows.submission.findUniqueOrThrow({ where: { id: submissionId } })
  const review = { id: newId(), submissionId, assignmentId, authorId, reviewerId: directorId }
  await rows.review.create({ data: { ...review, decision: 'returned', reviewedAt: at } })
  await rows.assignment.update({ where: { id: assignmentId }, data: { state: 'returned' } })
  const id = newId()
  const place = { itemId: newId(), number: 1, x: 1, y: 1 }
  await rows.pin.create({ data: { id, submissionId, assignmentId, ...place, createdById: directorId, createdAt: at } })
  return id
}

async function deliveryByRow(house: House, orderId: string, madeById: string): Promise<string> {
  const { rows } = house.world.db
  const at = house.clock.now()
  const { sha256, bytes } = await house.world.files.keep(Readable.from([Buffer.from('package')]), 1_000)
  const file = { id: newId(), sha256, bytes: BigInt(bytes), contentType: 'application/zip', createdAt: at }
  await rows.storedFile.createMany({ data: [file], skipDuplicates: true })
  const { id: fileId } = await rows.storedFile.findFirstOrThrow({ where: { sha256 } })
  const id = newId()
  const size = { formats: ['coco'], itemsTotal: 4, itemsDone: 4 }
  await rows.delivery.create({
    data: { id, orderId, version: 1, state: 'ready', ...size, fileId, madeById, madeAt: at, readyAt: at },
  })
  return id
}

/** The client's invoice with its document. */
async function invoiceByRow(house: House, clientId: string, orderId: string) {
  const invoiceId = await makeInvoice(house, clientId, orderId)
  const { id } = await house.world.db.rows.document.findFirstOrThrow({ where: { subjectId: invoiceId } })
  return { invoiceId, documentId: id }
}

async function uploadByRow(house: House, orderId: string, personId: string): Promise<string> {
  const id = newId()
  const at = house.clock.now()
  await house.world.db.rows.upload.create({
    data: { id, orderId, personId, name: 'x.png', bytes: 3n, begunAt: at, movedAt: at },
  })
  return id
}

async function jobByRow(house: House): Promise<string> {
  const { rows } = await house.world.db.pool.query<{ id: string }>(
    `SELECT id::text FROM graphile_worker.add_job('forget-answers', run_at => '2100-01-01')`,
  )
  return rows[0]?.id ?? ''
}
