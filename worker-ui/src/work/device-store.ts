import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { UnfinishedShape } from '@tsumugi/kit/surfaces/image/unfinished.ts'
import Dexie, { type EntityTable } from 'dexie'
import type { KeptState } from './draft-sync.ts'

/** Work in progress as this device holds it: what goes to the server, and where the person was. */
export interface Work {
  answer: ImageAnswer
  activeSeconds: number
  /** Half drawn; stays on this device until it is finished. */
  unfinished: UnfinishedShape | null
  /** The image that was looked at. */
  itemId: string | null
}

/** Whose work on what; one record each. */
export interface Place {
  personId: string
  assignmentId: string
}

interface DraftRow extends KeptState<Work> {
  key: string
  keptAt: number
}

/** A version that gave way to another, kept for a while so that nobody loses work by a wrong choice. */
export interface AsideRow extends Place {
  id: number
  /** `here` was made on this device, `there` on another. */
  from: 'here' | 'there'
  work: Work
  keptAt: number
}

/** What a reviewer has prepared and not decided yet. */
export interface ReviewRow {
  key: string
  pins: readonly ReviewPin[]
  comment: string
  fixed: ImageAnswer | null
  keptAt: number
}

/** A pin that is not sent yet; image pixels. */
export interface ReviewPin {
  id: string
  itemId: string
  x: number
  y: number
  clauseId: string | null
  message: string
}

/** Versions set aside and copies of work long over are kept this long. */
const keptMs = 30 * 86_400_000

class Device extends Dexie {
  drafts!: EntityTable<DraftRow, 'key'>
  aside!: EntityTable<AsideRow, 'id'>
  reviews!: EntityTable<ReviewRow, 'key'>

  constructor() {
    super('tsumugi')
    this.version(1).stores({
      drafts: 'key, keptAt',
      aside: '++id, [personId+assignmentId], keptAt',
      reviews: 'key, keptAt',
    })
  }
}

const device = new Device()
const keyOf = ({ personId, assignmentId }: Place): string => `${personId} ${assignmentId}`

/** The copy of work in progress on this device, or null. Rejects when the browser keeps nothing. */
export async function readDraft(place: Place): Promise<KeptState<Work> | null> {
  return (await device.drafts.get(keyOf(place))) ?? null
}

/** Writes the copy on this device. */
export async function writeDraft(place: Place, kept: KeptState<Work>): Promise<void> {
  const { base, edit, touched, saved, newest, unsure } = kept
  await device.drafts.put({ key: keyOf(place), base, edit, touched, saved, newest, unsure, keptAt: Date.now() })
}

/** The work was handed in: the server has all of it. */
export async function dropDraft(place: Place): Promise<void> {
  await device.drafts.delete(keyOf(place))
}

/** Keeps a version that gave way. */
export async function keepAside(place: Place, from: AsideRow['from'], work: Work): Promise<void> {
  const { personId, assignmentId } = place
  // The id is given by the database.
  await device.aside.add({ personId, assignmentId, from, work, keptAt: Date.now() })
}

/** Versions of this work that gave way, newest first. */
export async function listAside({ personId, assignmentId }: Place): Promise<AsideRow[]> {
  const rows = await device.aside.where('[personId+assignmentId]').equals([personId, assignmentId]).toArray()
  return rows.sort((a, b) => b.keptAt - a.keptAt)
}

/** What was prepared for a decision on this submission, or null. */
export async function readReview(personId: string, submissionId: string): Promise<Omit<ReviewRow, 'key'> | null> {
  return (await device.reviews.get(`${personId} ${submissionId}`)) ?? null
}

/** Keeps what is prepared for a decision. */
export async function writeReview(
  personId: string,
  submissionId: string,
  prepared: Pick<ReviewRow, 'pins' | 'comment' | 'fixed'>,
): Promise<void> {
  await device.reviews.put({ ...prepared, key: `${personId} ${submissionId}`, keptAt: Date.now() })
}

/** The decision is made. */
export async function dropReview(personId: string, submissionId: string): Promise<void> {
  await device.reviews.delete(`${personId} ${submissionId}`)
}

/** Forgets what has been kept for longer than a month. */
export async function forgetOld(): Promise<void> {
  const before = Date.now() - keptMs
  await Promise.all(
    [device.drafts, device.aside, device.reviews].map((table) => table.where('keptAt').below(before).delete()),
  )
}
