import { z } from 'zod'
import { labelDef } from '../surfaces/image/answer.ts'
import { payKind } from './pay-kind.ts'
import { roles } from './roles.ts'
import { basisPoints, can, day, id, instant, name, yen } from './values.ts'

export const orderStates = [
  'draft',
  'submitted',
  'quoted',
  'agreed',
  'running',
  'delivered',
  'accepted',
  'closed',
  'cancelled',
] as const
export const orderState = z.enum(orderStates)
export type OrderState = z.infer<typeof orderState>

export const deliveryFormats = ['coco', 'voc', 'yolo'] as const
export const deliveryFormat = z.enum(deliveryFormats)
/** The kinds of work with a surface of their own: folders of kit/surfaces. */
export const orderKind = z.enum(['image'])

export const quoteState = z.enum(['offered', 'agreed', 'declined', 'superseded'])
/** What anybody who may see the order sees of a quote. */
const quotePrice = z.object({
  id,
  version: z.int(),
  state: quoteState,
  units: z.int(),
  priceYen: yen,
  taxRateBp: basisPoints,
  taxYen: yen,
  totalYen: yen,
  note: z.string(),
  offeredAt: instant,
  decidedAt: instant.nullable(),
  declinedReason: z.string().nullable(),
  /** Only for those who may see the order's margin. */
  inside: z
    .object({
      secondsPerUnit: z.int(),
      payKind,
      unitPayYen: yen,
      unitsPerTask: z.int().nullable(),
      agreedMinutes: z.int().nullable(),
      reviewShareBp: basisPoints,
      overheadBp: basisPoints,
      workerPayYen: yen,
      reviewPayYen: yen,
      overheadYen: yen,
      costYen: yen,
      marginYen: yen,
    })
    .nullable(),
})

/** Counts of assignments that are not cancelled, all and by state. */
export const progress = z.object({
  tasks: z.int(),
  held: z.int(),
  open: z.int(),
  claimed: z.int(),
  submitted: z.int(),
  returned: z.int(),
  accepted: z.int(),
})

/** What is in a delivery's package, in short; its rows keep this much of the manifest. */
export const deliveryManifest = z.object({
  /** Of the whole package. */
  sha256: z.string(),
  images: z.int(),
  shapes: z.int(),
  perLabel: z.record(z.string(), z.int()),
  files: z.int(),
})

export const orderRow = z.object({
  id,
  number: z.int(),
  title: z.string(),
  kind: orderKind,
  client: name,
  state: orderState,
  dueOn: day.nullable(),
  items: z.int(),
  progress,
  createdAt: instant,
})

/** The whole story of one order. */
export const orderStory = orderRow.extend({
  brief: z.string(),
  labels: z.array(labelDef),
  deliveryFormats: z.array(deliveryFormat),
  version: z.int(),
  cancelledReason: z.string().nullable(),
  cancelledOwedYen: yen.nullable(),
  quotes: z.array(quotePrice),
  /** What a quote is reckoned with today; only for those who may offer one now. */
  quoteBasis: z
    .object({
      taxRateBp: basisPoints,
      /** Where the corporation is; something to compare with, no floor for contractors. */
      minimumWage: z.object({ prefecture: z.string(), yenPerHour: yen }).nullable(),
    })
    .nullable(),
  split: z
    .object({
      id,
      state: z.enum(['running', 'done', 'cancelled', 'failed']),
      unitsPerTask: z.int(),
      overlap: z.int(),
      tasksTotal: z.int(),
      tasksMade: z.int(),
      failure: z.string().nullable(),
    })
    .nullable(),
  allotments: z.array(z.object({ team: name, shareBp: basisPoints, tasks: z.int(), progress })),
  deliveries: z.array(
    z.object({
      id,
      version: z.int(),
      state: z.enum(['making', 'ready', 'failed', 'accepted', 'change_requested']),
      formats: z.array(deliveryFormat),
      itemsTotal: z.int(),
      itemsDone: z.int(),
      bytes: z.number().nullable(),
      manifest: deliveryManifest.nullable(),
      madeAt: instant,
      decidedAt: instant.nullable(),
      reason: z.string().nullable(),
      can: can('download', 'accept', 'requestChange'),
    }),
  ),
  /** Newest first, at most 500. */
  history: z.array(
    z.object({
      id,
      action: z.string(),
      happenedAt: instant,
      /** null: the system; for clients people of the corporation are shown by role, not by name. */
      actor: z.string().nullable(),
      /** Stands instead of a name the reader is not to know. */
      actorRole: z.enum(roles).nullable(),
      reason: z.string().nullable(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  can: can(
    'change',
    'readItems',
    'addItems',
    'submit',
    'offerQuote',
    'agreeQuote',
    'declineQuote',
    'split',
    'cancelSplit',
    'allot',
    'listTasks',
    'moveTasks',
    'rework',
    'publishManual',
    'makeDelivery',
    'close',
    'cancel',
    'readMargin',
  ),
})
