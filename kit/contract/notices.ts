import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { day, done, id, instant, language, yen } from './values.ts'

const party = z.object({ name: z.string().min(1), address: z.string(), contact: z.string() })

/** The terms an entrustment needs before work starts: Act 25 of 2023 Art. 3 (rule items 3-1 to 3-7) and the MHLW guideline's 12 items. */
export const termsNoticeBody = z.object({
  /** The language the notice is written in: the person’s own when it was made. */
  language,
  orderer: party,
  worker: party,
  entrustedOn: day,
  title: z.string(),
  description: z.string().min(1),
  specRefs: z.array(z.object({ name: z.string(), sha256: z.string() })),
  ipTerms: z.string(),
  personalDataTerms: z.string(),
  delivery: z.object({ due: day, place: z.string().min(1), method: z.string() }),
  inspection: z.object({ required: z.boolean(), due: day }),
  fee: z.object({ kind: z.literal('formula'), unitPriceYen: yen, unit: z.string(), unitsPerTask: z.int() }),
  taxBasis: z.enum(['exclusive', 'inclusive']),
  taxRateBp: z.int(),
  expenses: z.string(),
  /** What was received by this day is paid on `paymentDue`; each month after follows the same rule. */
  closingOn: day,
  paymentDue: day,
  paymentRule: z.string(),
  paymentMethod: z.literal('bank_transfer'),
  transferFeeBorneBy: z.literal('orderer'),
  changeRule: z.string(),
  defectRule: z.string(),
  confidentiality: z.string(),
  contactPerson: z.string(),
})
export type TermsNoticeBody = z.infer<typeof termsNoticeBody>

const termsNotice = z.object({
  id,
  orderId: id,
  version: z.int(),
  kind: z.enum(['initial', 'supplement', 'change']),
  madeAt: instant,
  confirmedAt: instant.nullable(),
  body: termsNoticeBody,
})

export const makeTermsNotice = endpoint({
  name: 'makeTermsNotice',
  method: 'POST',
  path: '/api/orders/:orderId/terms-notice',
  action: 'terms_notice.make',
  summary:
    'Makes this person’s terms notice for the order, or answers the one that stands; made before the first claim.',
  params: z.object({ orderId: id }),
  answer: termsNotice,
  refusals: ['notice.not_ready', 'task.order_paused'],
})
export const confirmTermsNotice = endpoint({
  name: 'confirmTermsNotice',
  method: 'POST',
  path: '/api/terms-notices/:noticeId/confirm',
  action: 'terms_notice.confirm',
  summary: 'The person has read the terms; claims may follow.',
  params: z.object({ noticeId: id }),
  answer: done,
  refusals: ['notice.superseded'],
})
export const listTermsNotices = endpoint({
  name: 'listTermsNotices',
  method: 'GET',
  path: '/api/terms-notices',
  action: 'terms_notice.list',
  summary: 'All terms notices of the person asking, newest first, to read and print.',
  answer: z.object({ notices: z.array(termsNotice) }),
  refusals: [],
})
