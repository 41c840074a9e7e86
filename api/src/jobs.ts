import { makePasswordReset } from './credentials/make-password-reset.ts'
import { dataChecks } from './data-checks.ts'
import { packDelivery } from './deliveries/pack-delivery.ts'
import { resumeDeliveries } from './deliveries/resume-deliveries.ts'
import { keepDocuments } from './documents/keep-documents.ts'
import { forgetFiles } from './files/forget-files.ts'
import { forgetAnswers } from './http/forget-answers.ts'
import type { Jobs } from './jobs/graphile-job-queue.ts'
import { forgetMails } from './mails/forget-mails.ts'
import { sendMails } from './mails/send-mails.ts'
import { sendTermsNotices } from './notices/send-terms-notices.ts'
import { checkData } from './operation/check-data.ts'
import { drawPictures } from './orders/draw-pictures.ts'
import { closePayMonths } from './pay/close-pay-months.ts'
import { lapseStatements } from './pay/lapse-statements.ts'
import { forgetSessions } from './people/forget-sessions.ts'
import { resumeSplits } from './splitting/resume-splits.ts'
import { splitOrder } from './splitting/split-order.ts'
import { expireClaims } from './tasks/expire-claims.ts'
import { forgetUploads } from './uploads/forget-uploads.ts'
import { resumeUploads } from './uploads/resume-uploads.ts'
import { takeUpload } from './uploads/take-upload.ts'
import { forgetWebhookMessages } from './webhooks/forget-webhook-messages.ts'
import { sendWebhooks } from './webhooks/send-webhooks.ts'
import { tellWebhooks } from './webhooks/tell-webhooks.ts'

/** Every background job with the command that does it. */
export const jobs: Jobs = {
  'forget-answers': forgetAnswers,
  'forget-sessions': forgetSessions,
  'split-order': splitOrder,
  'resume-splits': resumeSplits,
  'resume-deliveries': resumeDeliveries,
  'pack-delivery': packDelivery,
  'forget-files': forgetFiles,
  'draw-pictures': drawPictures,
  'take-upload': takeUpload,
  'resume-uploads': resumeUploads,
  'forget-uploads': forgetUploads,
  'make-password-reset': makePasswordReset,
  'send-mails': sendMails,
  'send-terms-notices': sendTermsNotices,
  'forget-mails': forgetMails,
  'expire-claims': expireClaims,
  'close-pay-months': closePayMonths,
  'lapse-statements': lapseStatements,
  'tell-webhooks': tellWebhooks,
  'send-webhooks': sendWebhooks,
  'forget-webhook-messages': forgetWebhookMessages,
  'keep-documents': keepDocuments,
  'check-data': (world) => checkData(world, dataChecks),
}
