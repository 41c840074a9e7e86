import type { Tx } from '../db/database.ts'

/** What runs in the background, with what each needs. Every job may run twice and must then do nothing more. */
export interface JobPayloads {
  'split-order': { splitId: string }
  'pack-delivery': { deliveryId: string }
  'draw-pictures': { orderId: string }
  'take-upload': { uploadId: string }
  'resume-uploads': Record<string, never>
  'forget-uploads': Record<string, never>
  'make-password-reset': { email: string }
  'send-mails': Record<string, never>
  'send-terms-notices': Record<string, never>
  'forget-mails': Record<string, never>
  'expire-claims': Record<string, never>
  'forget-files': Record<string, never>
  'resume-splits': Record<string, never>
  'resume-deliveries': Record<string, never>
  'forget-answers': Record<string, never>
  'forget-sessions': Record<string, never>
  'close-pay-months': Record<string, never>
  'lapse-statements': Record<string, never>
  'tell-webhooks': { eventId: string }
  'send-webhooks': Record<string, never>
  'forget-webhook-messages': Record<string, never>
  'keep-documents': Record<string, never>
  'check-data': Record<string, never>
}
export type JobName = keyof JobPayloads

/** Hands work to the background, on the same PostgreSQL: a job added in a transaction exists when that commits. */
export interface JobQueue {
  add<N extends JobName>(tx: Tx, name: N, payload: JobPayloads[N]): Promise<void>
}
