import { refusals } from '@tsumugi/kit/contract/refusals.ts'
import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { isOutOfRoom } from '../files/store-trouble.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'

/** Every error's way out: refusals as their 4xx, our own mistakes as a 500 with an id that stands in the log. */
export function answerError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const refusal = asRefusal(error)
    if (refusal?.code === 'file.no_room') log.error({ err: error }, 'no room left to keep files')
    if (refusal) {
      const seconds = refusal.facts.seconds
      if (refusal.code === 'request.too_many' && seconds !== undefined)
        response.setHeader('Retry-After', String(seconds))
      response.status(refusals[refusal.code].status).json(refusal.body())
      return
    }
    const id = response.get('X-Request-Id') ?? newId()
    log.error({ errorId: id, err: error, method: request.method, route: request.route?.path }, 'unexpected error')
    response.status(500).json({ error: { id } })
  }
}

/** What the reader of JSON bodies calls a body that is none. */
const unreadable: ReadonlySet<string> = new Set([
  'entity.parse.failed',
  'encoding.unsupported',
  'charset.unsupported',
  'request.aborted',
  'request.size.invalid',
])

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (isOutOfRoom(error)) return new Refusal('file.no_room')
  const type = (error as { type?: unknown } | null)?.type
  if (type === 'entity.too.large') return new Refusal('request.too_large')
  if (typeof type === 'string' && unreadable.has(type)) return new Refusal('request.not_json')
  // express cannot decode the path
  if (error instanceof URIError) return new Refusal('route.not_found')
  return null
}
