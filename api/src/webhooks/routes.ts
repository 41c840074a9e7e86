import * as contract from '@tsumugi/kit/contract/webhooks.ts'
import { type Route, route } from '../http/implement.ts'
import { listWebhookMessages } from './list-webhook-messages.ts'
import { listWebhooks } from './list-webhooks.ts'
import { makeWebhook } from './make-webhook.ts'
import { removeWebhook } from './remove-webhook.ts'
import { replayWebhookMessage } from './replay-webhook-message.ts'

export const webhooksRoutes: Route[] = [
  route(contract.makeWebhook, makeWebhook),
  route(contract.listWebhooks, listWebhooks),
  route(contract.removeWebhook, removeWebhook),
  route(contract.listWebhookMessages, listWebhookMessages),
  route(contract.replayWebhookMessage, replayWebhookMessage),
]
