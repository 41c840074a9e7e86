import type { TermsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { PendingTermItem } from '@tsumugi/kit/contract/open-terms.ts'
import type { PayTerms } from '@tsumugi/kit/contract/pay-kind.ts'
import { formatYen } from '@tsumugi/kit/words/format.ts'
import { addDays, monthEnd, payDayFor } from '../kernel/japan-day.ts'
import { payForMinutes } from '../kernel/yen.ts'
import { type NoticeWords, noticeWords } from './terms-notice-words.ts'

/** Everything a notice is made from; all days are days in Japan. */
export interface NoticeFacts {
  language: 'ja' | 'en'
  /** The coordinating corporation. */
  orderer: { name: string; nameEn: string; address: string; contact: string }
  worker: { name: string; email: string }
  /** The day the notice is made: claims follow at once. */
  entrustedOn: string
  order: { title: string; brief: string; dueOn: string }
  manual: { version: number; sha256: string } | null
  pay: Pick<PayTerms, 'payKind' | 'unitPayYen' | 'agreedMinutes'>
  unitsPerTask: number
  /** The most one of the order's tasks pays. */
  taskMaxYen: number
  taxRateBp: number
  /** What is open, or was decided after it was open. */
  open: { pending: TermsNoticeBody['pending']; place: string | null; inspectionDue: string | null }
  /** Due days that replaced others since the notice before. */
  dueDays: readonly { was: string; dueOn: string; reason: string }[]
  /** Raises since the notice before: what an order pays for, before tax. */
  raises: readonly { wasYen: number; unitPayYen: number; reason: string }[]
  /** The notice before names an older manual. */
  isManualNew: boolean
  /** Minutes granted to the person beyond the agreed ones, the oldest first. */
  granted: readonly { task: number; minutes: number; reason: string; isNew: boolean }[]
  /** Items decided since the notice before. */
  decided: readonly PendingTermItem[]
}

/** Review ends this many days after delivery is due. Pay does not wait for it. */
const inspectionDays = 7
/** Pay days are written out for this many months at most; the rule covers the rest. */
const payMonthsMax = 12

/** Work entrusted after its order's day is due so many days on. */
const lateDays = 7

/**
 * By when work is due that is entrusted on a day: by its order's own day; once that is past, a week on, since nobody can
 * deliver in the past. A notice whose day is still to come keeps it.
 */
export function workDueOn(days: { orderDueOn: string; entrustedOn: string; standingDueOn: string | null }): string {
  const { orderDueOn, entrustedOn, standingDueOn } = days
  if (orderDueOn >= entrustedOn) return orderDueOn
  return standingDueOn !== null && standingDueOn >= entrustedOn ? standingDueOn : addDays(entrustedOn, lateDays)
}

/** The terms of one order for one person, with concrete days throughout (FL-3 items 3-1 to 3-7, FL-4). */
export function termsNoticeBody(facts: NoticeFacts): TermsNoticeBody {
  const { language, orderer, worker, entrustedOn, order, manual } = facts
  const words = noticeWords[language]
  const ordererName = language === 'ja' ? orderer.name : orderer.nameEn
  const due = order.dueOn
  const payDays = payDaysUntil(entrustedOn, due)
  const { pending, place, inspectionDue } = facts.open
  const isOpen = (item: PendingTermItem) => pending.some((each) => each.item === item)
  // A due day moved past it afterwards moves the inspection along.
  const inspectedOn = inspectionDue !== null && inspectionDue >= due ? inspectionDue : addDays(due, inspectionDays)
  const filled: NoticeWords = {
    brief: order.brief || order.title,
    unit: words.unit,
    unitsPerTask: facts.unitsPerTask,
    manualVersion: manual?.version ?? 0,
    ordererName,
    payDays,
  }
  return {
    language,
    orderer: { name: ordererName, address: orderer.address, contact: orderer.contact },
    worker: { name: worker.name, address: '', contact: worker.email },
    entrustedOn,
    title: order.title,
    description: words.description(filled),
    specRefs: manual ? [{ name: words.manual(manual.version), sha256: manual.sha256 }] : [],
    ipTerms: words.ip(filled),
    personalDataTerms: words.personalData,
    delivery: { due, place: isOpen('delivery_place') ? null : (place ?? words.place), method: words.method },
    inspection: { required: true, due: isOpen('inspection_day') ? null : inspectedOn },
    pending: [...pending],
    news: [
      ...facts.raises.map(({ wasYen, unitPayYen, reason }) =>
        words.raised({ was: formatYen(wasYen, language), now: formatYen(unitPayYen, language), reason }),
      ),
      ...(manual && facts.isManualNew ? [words.manualChanged(manual.version)] : []),
      ...facts.dueDays.map(words.dueDayChanged),
      ...facts.granted.filter(({ isNew }) => isNew).map(words.timeGranted),
      ...facts.decided.map((item) =>
        words.decided(item, item === 'delivery_place' ? (place ?? words.place) : inspectedOn),
      ),
    ].join('\n'),
    fee: feeOf(facts),
    taxBasis: 'exclusive',
    taxRateBp: facts.taxRateBp,
    expenses: words.expenses,
    closingOn: monthEnd(entrustedOn),
    paymentDue: payDayFor(entrustedOn),
    paymentRule: words.paymentRule(filled),
    paymentMethod: 'bank_transfer',
    transferFeeBorneBy: 'orderer',
    changeRule: words.change,
    defectRule: words.defect,
    confidentiality: words.confidentiality,
    contactPerson: words.contact(ordererName, orderer.contact),
  }
}

/** What is paid for what; a share of one sum is named by the largest, since the notice is of no single task. */
function feeOf({ language, pay, unitsPerTask, taskMaxYen, granted }: NoticeFacts): TermsNoticeBody['fee'] {
  const { unit, task, taskAtMost, hour, howPerTask, howFixed, howPerHour, howGranted } = noticeWords[language]
  switch (pay.payKind) {
    case 'per_unit':
      return { kind: 'formula', unitPriceYen: pay.unitPayYen, unit, unitsPerTask }
    case 'per_task':
      return { kind: 'formula', unitPriceYen: pay.unitPayYen, unit: task, unitsPerTask, how: howPerTask(unitsPerTask) }
    case 'fixed': {
      const how = howFixed(formatYen(pay.unitPayYen, language))
      return { kind: 'formula', unitPriceYen: taskMaxYen, unit: taskAtMost, unitsPerTask, how }
    }
    case 'per_hour': {
      const agreed = pay.agreedMinutes ?? 0
      const most = (minutes: number) => formatYen(payForMinutes(minutes, pay.unitPayYen), language)
      const tasks = [...new Set(granted.map(({ task: number }) => number))].map((number) => {
        const more = granted.filter((each) => each.task === number).reduce((sum, { minutes }) => sum + minutes, 0)
        return howGranted(number, agreed + more, most(agreed + more))
      })
      const how = [howPerHour(agreed, most(agreed)), ...tasks].join(language === 'ja' ? '' : ' ')
      return { kind: 'formula', unitPriceYen: pay.unitPayYen, unit: hour, unitsPerTask, how }
    }
  }
}

/** Whether two notices say the same but for the day they were made on and what follows from that day. */
export function sameTerms(a: TermsNoticeBody, b: TermsNoticeBody): boolean {
  return JSON.stringify(sorted(lasting(a))) === JSON.stringify(sorted(lasting(b)))
}

/** Whether a notice only settles what the one before left open, and says all else as before. */
export function isSupplement(before: TermsNoticeBody, now: TermsNoticeBody): boolean {
  const { pending, inspection } = before
  const delivery = { ...now.delivery, place: before.delivery.place }
  return pending.length > now.pending.length && sameTerms(before, { ...now, pending, inspection, delivery })
}

/** Month ends from the first day on with the day each is paid, up to the month in which the last work is due. */
function payDaysUntil(from: string, due: string): (readonly [string, string])[] {
  const days: (readonly [string, string])[] = []
  let closing = monthEnd(from)
  do {
    days.push([closing, payDayFor(closing)])
    closing = monthEnd(addDays(closing, 1))
  } while (days.length < payMonthsMax && closing <= monthEnd(due))
  return days
}

function lasting(body: TermsNoticeBody): Partial<TermsNoticeBody> {
  const { entrustedOn: _1, closingOn: _2, paymentDue: _3, paymentRule: _4, news: _5, ...rest } = body
  return rest
}

/** jsonb keeps no order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
