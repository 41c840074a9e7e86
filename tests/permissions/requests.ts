import { newId } from '../../api/src/kernel/ids.ts'
import type { Endpoint } from '../../kit/contract/endpoint.ts'
import type { House } from '../support/house.ts'
import type { Things } from './things.ts'

const passbook = { by: 'bank', bankCode: '0143', branchCode: '433', kind: 'ordinary', number: '1234567' }
/** Shaped like a passkey's, and nobody's. */
const passkeyParts = { id: 'eA', rawId: 'eA', type: 'public-key', clientExtensionResults: {} }
const signedParts = { clientDataJSON: 'eA', attestationObject: 'eA', authenticatorData: 'eA', signature: 'eA' }

/** The smallest good request for every endpoint that takes a body or a query; the others need only their address. */
const requests: Record<string, (things: Things) => { body?: unknown; query?: Record<string, string> }> = {
  signIn: () => ({ body: { email: 'nobody@example.jp', password: 'x' } }),
  askPasswordReset: () => ({ body: { email: 'nobody@example.jp' } }),
  resetPassword: () => ({ body: { password: 'x'.repeat(12) } }),
  beginSecondFactor: () => ({ body: { password: 'x' } }),
  confirmSecondFactor: () => ({ body: { code: '000000' } }),
  removeSecondFactor: () => ({ body: { password: 'x' } }),
  makeRecoveryCodes: () => ({ body: { password: 'x' } }),
  beginPasskey: () => ({ body: { password: 'x' } }),
  addPasskey: () => ({ body: { name: 'x', response: { ...passkeyParts, response: { ...signedParts } } } }),
  removePasskey: () => ({ body: { password: 'x' } }),
  signInWithPasskey: () => ({ body: { response: { ...passkeyParts, response: { ...signedParts } } } }),
  changePassword: () => ({ body: { password: 'x', newPassword: 'x'.repeat(12) } }),
  changeMe: () => ({ body: { version: 1 } }),
  makeWebhook: () => ({ body: { url: 'https://example.jp/', events: ['order.closed'] } }),
  makeApiKey: () => ({ body: { name: 'x', scopes: ['orders.read'], days: 1 } }),
  acceptInvitation: () => ({ body: { displayName: 'x', password: 'x'.repeat(12) } }),
  makeInvitation: ({ teamId, pinId }) => ({
    body: { email: `${pinId}@example.jp`, displayName: 'x', language: 'ja', memberships: [{ role: 'worker', teamId }] },
  }),
  changeMemberships: ({ teamId }) => ({ body: { memberships: [{ role: 'worker', teamId }], version: 1 } }),
  createTeam: ({ regionId }) => ({ body: { name: 'x', nameEn: 'x', regionId } }),
  createOrganisation: () => ({ body: { kind: 'partner', name: 'x', nameEn: 'x', address: '', contact: '' } }),
  createOrder: ({ clientId }) => ({ body: { kind: 'image', title: 'x', clientId } }),
  changeOrder: () => ({ body: { version: 1 } }),
  cancelOrder: () => ({ body: { reason: 'x', owedYen: 0 } }),
  proposeFeeCut: () => ({ body: { feeYen: 1, fault: 'late', evidence: 'x' } }),
  askMoreTime: () => ({ body: { minutes: 5, reason: 'x' } }),
  refuseMoreTime: () => ({ body: { reason: 'x' } }),
  addItems: () => ({ body: {} }),
  beginUpload: () => ({ body: { name: 'x.png', bytes: 3 } }),
  downloadPackage: () => ({ query: { until: '0', signature: 'x' } }),
  getItemImage: () => ({ query: { until: '0', signature: 'x' } }),
  offerQuote: () => ({
    body: { secondsPerUnit: 60, unitPayYen: 20, reviewShareBp: 1000, overheadBp: 1000, priceYen: 9_000, note: 'x' },
  }),
  declineQuote: () => ({ body: { reason: 'x' } }),
  previewSplit: () => ({ query: { unitsPerTask: '2', overlap: '1' } }),
  startSplit: () => ({ body: { unitsPerTask: 2, overlap: 1 } }),
  allotTasks: ({ teamId }) => ({ body: { shares: [{ teamId, shareBp: 10_000 }] } }),
  reworkTasks: () => ({ body: { tasks: [1], reason: 'x' } }),
  reopenTask: () => ({ body: { reason: 'x' } }),
  moveTasks: ({ teamId, otherTeamId }) => ({ body: { fromTeamId: teamId, toTeamId: otherTeamId, count: 1 } }),
  claimNextTasks: ({ teamId }) => ({ body: { teamId, count: 1 } }),
  saveDraft: ({ answer }) => ({ body: { answer, version: 0, activeSeconds: 1 } }),
  submitTask: ({ answer }) => ({ body: { answer, note: '', activeSeconds: 1 } }),
  releaseReview: () => ({ body: { leaseUntil: '2026-11-20T00:00:00.000Z' } }),
  acceptSubmission: () => ({ body: { comment: '' } }),
  returnSubmission: ({ itemId, clauseId }) => ({
    body: { comment: '', pins: [{ itemId, x: 1, y: 1, clauseId, message: 'x' }] },
  }),
  fixSubmission: ({ answer }) => ({ body: { comment: '', answer } }),
  answerPin: () => ({ body: { state: 'question', message: 'x' } }),
  writePinMessage: () => ({ body: { body: 'x' } }),
  publishManual: () => ({ body: { version: 1, clauses: [{ number: '1', title: 'x', body: 'x' }] } }),
  requestChange: () => ({ body: { reason: 'x' } }),
  withdrawPayMonth: () => ({ body: { reason: 'x' } }),
  proposeHandEntry: () => ({
    body: {
      ...{ bookedOn: '2026-11-19', reason: 'x' },
      lines: [
        { account: 'bank_fee', amountYen: 1, orderId: null },
        { account: 'bank', amountYen: -1, orderId: null },
      ],
    },
  }),
  refuseHandEntry: () => ({ body: { reason: 'x' } }),
  listPayAdditions: () => ({ query: { month: '2026-11' } }),
  proposePayAddition: ({ personId }) => ({
    body: {
      ...{ personId, kind: 'meeting', doneOn: '2026-11-19', orderId: null, withholding: 'none', reason: 'x' },
      much: { by: 'sum', amountYen: 1_000 },
    },
  }),
  refusePayAddition: () => ({ body: { reason: 'x' } }),
  changeMyBankAccount: () => ({ body: { account: passbook, holder: 'カノ ハナ', password: 'x' } }),
  markPendingTerm: () => ({ body: { item: 'inspection_day', reason: 'x', decideBy: '2999-01-01' } }),
  decidePendingTerm: () => ({ body: { value: '2999-01-01' } }),
  changeDueDay: () => ({ body: { dueOn: '2999-01-01', reason: 'x' } }),
  enterTaxProfile: () => ({ body: { validFrom: '2026-11-20', registration: null } }),
  verifyTaxProfile: () => ({ body: { verifiedOn: '2026-11-20', verifiedName: 'x' } }),
  enterBankAccount: () => ({ body: { account: passbook, holder: 'カノ ハナ' } }),
  changePayerAccount: () => ({
    body: {
      ...{ payerCode: '1234567890', nameKana: 'ザイ)テスト', bankCode: '0143', branchCode: '433', kind: 'ordinary' },
      ...{ number: '1234567', newline: 'crlf', manner: '7', clearing: '0000', version: 0 },
    },
  }),
  prepareTransfers: () => ({ body: { transferOn: '2026-12-25' } }),
  withdrawTransfers: () => ({ body: { reason: 'x' } }),
  returnTransfer: () => ({ body: { reason: 'x' } }),
  payWithholding: () => ({ body: { paidOn: '2026-11-19' } }),
  disputeStatement: () => ({ body: { reason: 'x' } }),
  answerStatement: () => ({ body: { answer: 'x' } }),
  changeClientTerms: () => ({
    body: {
      validFrom: '2026-11-01',
      closingDay: 31,
      payMonths: 1,
      payDay: 31,
      paysBefore: true,
      addressee: 'x',
      address: '',
      language: 'ja',
      payerNames: [],
      version: 0,
    },
  }),
  changeInvoiceIssuer: () => ({
    body: {
      validFrom: '2026-11-01',
      name: 'x',
      nameEn: 'x',
      registrationNumber: 'T7123456789012',
      address: 'x',
      contact: 'x',
      bankAccount: 'x',
      rounding: 'floor',
      version: 0,
    },
  }),
  issueInvoice: ({ clientId }) => ({ body: { clientId, closingOn: '2026-10-31' } }),
  correctInvoice: () => ({ body: { reason: 'x', addressee: 'y', adjustments: [] } }),
  confirmDepositImport: () => ({ body: { matches: [] } }),
  matchDeposit: ({ clientId }) => ({ body: { clientId, feeYen: 0 } }),
  sendReminder: () => ({ body: { message: '' } }),
  getTrialBalance: () => ({ query: { month: '2026-11' } }),
  downloadJournal: () => ({ query: { month: '2026-11', format: 'yayoi' } }),
  getEconomics: () => ({ query: { by: 'order' } }),
  changeHandOver: () => ({ body: { shareYen: 1, reason: 'x' } }),
  explainRate: ({ personId, orderId }) => ({ body: { month: '2026-11', personId, orderId, reason: 'x' } }),
  liftRate: ({ personId, orderId }) => ({ body: { month: '2026-11', personId, orderId, reason: 'x' } }),
  raiseRate: () => ({ body: { unitPayYen: 99_999, reason: 'x' } }),
  getRates: () => ({ query: { month: '2026-11' } }),
  getMyRates: () => ({ query: { month: '2026-11' } }),
  getMyMonth: () => ({ query: { month: '2026-11' } }),
}

/** Names of endpoints with a body the map above forgot. */
export function withoutRequest(endpoints: readonly Endpoint[]): string[] {
  return endpoints.filter(({ name, body }) => body && !(name in requests)).map(({ name }) => name)
}

/** What an endpoint answered: its status, its refusal's code if it refused, and everything it said. */
export interface Said {
  status: number
  code: string | null
  text: string
  /** It is what was answered before to the same key. */
  isReplay: boolean
}

/** Asks an endpoint about these things with an `Authorization` header, or without one. */
export async function askAbout(
  house: House,
  endpoint: Endpoint,
  things: Things,
  authorization: string | null,
  key: string = newId(),
): Promise<Said> {
  const { body, query } = requests[endpoint.name]?.(things) ?? {}
  const places = { size: 'full', from: '0', month: '2026-10', year: '2020', format: 'csv', item: 'inspection_day' }
  const names: Record<string, string> = { ...things, answer: '', token: 'x'.repeat(43), ...places }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? name)
  const sent = endpoint.upload
    ? picture()
    : endpoint.bytes
      ? new Uint8Array([1])
      : body === undefined
        ? undefined
        : JSON.stringify(body)
  const response = await fetch(`${house.url}${path}?${new URLSearchParams(query)}`, {
    method: endpoint.method,
    headers: {
      ...(authorization !== null && { authorization }),
      // Every change is asked for as the screens ask: with a key of its own.
      ...(endpoint.method === 'POST' && { 'idempotency-key': key }),
      ...(typeof sent === 'string' && { 'content-type': 'application/json' }),
    },
    ...(sent !== undefined && { body: sent }),
  })
  const text = await response.text()
  const isReplay = response.headers.get('idempotent-replayed') === 'true'
  return { status: response.status, isReplay, code: /"refusal":\{"code":"([\w.]+)"/.exec(text)?.[1] ?? null, text }
}

function picture(): FormData {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array([1, 2, 3])]), 'x.png')
  return form
}
