import { z } from 'zod'

/** What a line of pay paid of a task. */
export const paidParts = {
  /** By the hour: the minutes that were paid, within those agreed; else null. */
  paidMinutes: z.int().nullable(),
  /** By the hour: begun minutes worked; else null. */
  workedMinutes: z.int().nullable(),
  /** Where work changed hands, but by the hour: this person's part of the task's one price, in basis points; else null. */
  shareBp: z.int().nullable(),
}
