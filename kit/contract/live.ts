import { z } from 'zod'

/** What the server tells open screens: only what changed and where; screens read again what they show. */
export const changed = z.object({
  action: z.string(),
  orderId: z.string().nullable(),
  teamId: z.string().nullable(),
  personId: z.string().nullable(),
  assignmentId: z.string().nullable(),
})
export type Changed = z.infer<typeof changed>

/** What a screen watches; the server lets a socket only into rooms of things the person may see. */
export type LiveTopic = 'order' | 'team' | 'person' | 'assignment'
