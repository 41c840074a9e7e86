import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { pendingTermAlarm, pendingTermItem } from './open-terms.ts'
import { can, day, done, id, instant, language, page, pageQuery, yen } from './values.ts'

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
  /** Null while it stands under `pending`. */
  delivery: z.object({ due: day, place: z.string().min(1).nullable(), method: z.string() }),
  /** Null while it stands under `pending`. */
  inspection: z.object({ required: z.boolean(), due: day.nullable() }),
  /** Not determined yet: why, and by when it is (規則1条4項). */
  pending: z.array(z.object({ item: pendingTermItem, reason: z.string().min(1), decideBy: day })).default([]),
  /** What a supplement or a change says that is new, and why. */
  news: z.string().default(''),
  fee: z.object({
    kind: z.literal('formula'),
    unitPriceYen: yen,
    unit: z.string(),
    unitsPerTask: z.int(),
    /** How a task's fee follows, in words; left out where the price is one unit's. */
    how: z.string().optional(),
  }),
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

/** How far a notice on paper is, once the person asked for it. */
export const paperState = z.enum(['asked', 'given'])

const noticeId = z.object({ noticeId: id })
const token = z.object({ token: z.string().min(20).max(200) })
const termsNotice = z.object({
  id,
  orderId: id,
  version: z.int(),
  kind: z.enum(['initial', 'supplement', 'change']),
  madeAt: instant,
  confirmedAt: instant.nullable(),
  paper: paperState.nullable(),
  /** A newer version stands in its place. */
  isSuperseded: z.boolean(),
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
  params: noticeId,
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
export const openTermsNotice = endpoint({
  name: 'openTermsNotice',
  method: 'POST',
  path: '/api/terms-notices/:noticeId/open',
  action: 'terms_notice.open',
  summary: 'One of the person’s own notices to read; when it was opened first is on record.',
  params: noticeId,
  answer: termsNotice,
  refusals: [],
})
export const downloadTermsNotice = endpoint({
  name: 'downloadTermsNotice',
  method: 'GET',
  path: '/api/terms-notices/:noticeId/pdf',
  action: 'terms_notice.read',
  summary: 'A terms notice as PDF, as it was sent and is kept.',
  params: noticeId,
  download: true,
  answer: z.unknown(),
  refusals: [],
})
export const openTermsLink = endpoint({
  name: 'openTermsLink',
  method: 'POST',
  path: '/api/terms-links/:token',
  action: null,
  summary:
    'The one notice a mailed link shows, without signing in, for as long as notices are kept; opening is on record.',
  params: token,
  answer: termsNotice,
  refusals: ['request.too_many'],
})
export const downloadTermsLink = endpoint({
  name: 'downloadTermsLink',
  method: 'GET',
  path: '/api/terms-links/:token/pdf',
  action: null,
  summary: 'The notice a mailed link shows, as PDF.',
  params: token,
  download: true,
  answer: z.unknown(),
  refusals: [],
})
export const askTermsPaper = endpoint({
  name: 'askTermsPaper',
  method: 'POST',
  path: '/api/terms-notices/:noticeId/ask-paper',
  action: 'terms_paper.ask',
  summary: 'Asks the office for one’s own notice on paper; asked again while it is on its way, nothing changes.',
  params: noticeId,
  answer: done,
  refusals: [],
})
export const giveTermsPaper = endpoint({
  name: 'giveTermsPaper',
  method: 'POST',
  path: '/api/terms-notices/:noticeId/give-paper',
  action: 'terms_paper.give',
  summary: 'The notice was printed and handed over or posted.',
  params: noticeId,
  answer: done,
  refusals: ['notice.paper_not_asked'],
})
export const sendTermsNotice = endpoint({
  name: 'sendTermsNotice',
  method: 'POST',
  path: '/api/terms-notices/:noticeId/send',
  action: 'terms_notice.send',
  summary: 'Sends a notice by mail once more, with a link of its own; what was sent before stays in the log.',
  params: noticeId,
  answer: done,
  refusals: ['notice.on_its_way'],
})
const sentNotice = z.object({
  id,
  order: z.object({ id, number: z.int(), title: z.string() }),
  person: z.object({ id, name: z.string() }),
  version: z.int(),
  kind: z.enum(['initial', 'supplement', 'change']),
  madeAt: instant,
  isSuperseded: z.boolean(),
  /** Every mail with this notice, the newest first. */
  mails: z.array(
    z.object({
      state: z.enum(['waiting', 'sent', 'failed']),
      toAddress: z.string(),
      madeAt: instant,
      sentAt: instant.nullable(),
      failure: z.string().nullable(),
    }),
  ),
  openedAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  paper: paperState.nullable(),
  can: can('send', 'givePaper'),
})
export const listOrderTerms = endpoint({
  name: 'listOrderTerms',
  method: 'GET',
  path: '/api/orders/:orderId/terms-notices',
  action: 'order_terms.list',
  summary: 'Every terms notice of an order, newest first: when it was sent, opened, confirmed and given on paper.',
  params: z.object({ orderId: id }),
  query: z.object(pageQuery),
  answer: page(sentNotice),
  refusals: [],
})
export const listTermsQuestions = endpoint({
  name: 'listTermsQuestions',
  method: 'GET',
  path: '/api/terms-questions',
  action: 'terms_question.list',
  summary:
    'What of terms somebody in the office must see to: asked for on paper, not sent, or open and soon to be decided.',
  answer: z.object({
    notices: z.array(sentNotice),
    pending: z.array(
      z.object({
        order: z.object({ id, number: z.int(), title: z.string() }),
        item: pendingTermItem,
        decideBy: day,
        alarm: pendingTermAlarm,
      }),
    ),
  }),
  refusals: [],
})
