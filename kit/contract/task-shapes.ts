import { z } from 'zod'
import { imageAnswer, labelDef } from '../surfaces/image/answer.ts'
import { orderKind } from './orders.ts'
import { hourly } from './pay-kind.ts'
import { can, day, id, instant, yen } from './values.ts'

export const assignmentState = z.enum(['held', 'open', 'claimed', 'submitted', 'returned', 'accepted', 'cancelled'])
export const pinState = z.enum(['open', 'fixed', 'question', 'resolved'])
export const pin = z.object({
  id,
  number: z.int(),
  itemId: id,
  x: z.number(),
  y: z.number(),
  state: pinState,
  revision: z.int(),
  clause: z.object({ id, number: z.string(), title: z.string() }).nullable(),
  messages: z.array(z.object({ id, author: z.string(), mine: z.boolean(), body: z.string(), writtenAt: instant })),
  can: can('answer', 'writeMessage'),
})

/** An assignment as its holder sees it in a list. */
export const myAssignment = z.object({
  id,
  number: z.int(),
  state: assignmentState,
  order: z.object({ id, number: z.int(), title: z.string(), kind: orderKind, dueOn: day.nullable() }),
  units: z.int(),
  /** By the hour the most it can be, until it is handed in. */
  feeYen: yen,
  hourly: hourly.nullable(),
  secondsEstimate: z.int(),
  leaseUntil: instant.nullable(),
  submittedAt: instant.nullable(),
  draftSavedAt: instant.nullable(),
  /** 0..1 of the items looked at in the draft. */
  draftShare: z.number(),
  openPins: z.int(),
  thumbnailUrl: z.string().nullable(),
})
/** Everything the work surface needs of one assignment. */
export const desk = z.object({
  id,
  number: z.int(),
  state: assignmentState,
  order: z.object({
    id,
    number: z.int(),
    title: z.string(),
    kind: orderKind,
    brief: z.string(),
    dueOn: day.nullable(),
  }),
  /** What is left of the price for whoever holds it, less the parts below; by the hour the most it can be, until it is handed in. */
  feeYen: yen,
  hourly: hourly.nullable(),
  /** Who worked on it before and handed it over, and their parts of the one price. */
  handOvers: z.array(
    z.object({
      id,
      name: z.string(),
      /** How many items were done when they left. */
      units: z.int(),
      /** By the hour: the minutes their part pays; else null. */
      minutes: z.int().nullable(),
      shareYen: yen,
      handedOverAt: instant,
      /** Why a director settled the part otherwise; null by default: as many as were done. */
      changeReason: z.string().nullable(),
      can: can('change'),
    }),
  ),
  secondsEstimate: z.int(),
  leaseUntil: instant.nullable(),
  /** What is to change in work that was accepted before; null when the task is done for the first time. */
  reworkReason: z.string().nullable(),
  items: z.array(
    z.object({
      id,
      name: z.string(),
      width: z.int(),
      height: z.int(),
      /** The whole picture. */
      url: z.string(),
      /** Its longest side is 2,048 pixels; null when the whole one is hardly larger. */
      displayUrl: z.string().nullable(),
      thumbnailUrl: z.string(),
    }),
  ),
  labels: z.array(labelDef),
  /** null before the first save; then start from an empty answer with version 0. */
  draft: z.object({ answer: imageAnswer, version: z.int(), activeSeconds: z.int(), savedAt: instant }).nullable(),
  submissions: z.array(
    z.object({
      id,
      revision: z.int(),
      answer: imageAnswer,
      note: z.string(),
      submittedAt: instant,
      mine: z.boolean(),
      review: z
        .object({
          decision: z.enum(['accepted', 'returned', 'fixed']),
          comment: z.string(),
          fixedAnswer: imageAnswer.nullable(),
          reviewedAt: instant,
        })
        .nullable(),
    }),
  ),
  pins: z.array(pin),
  can: can('saveDraft', 'submit', 'release', 'resume', 'review', 'askMoreTime'),
})
