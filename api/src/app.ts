import compression from 'compression'
import cookieParser from 'cookie-parser'
import express, { type Express, type RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import { docsRouter } from './docs/routes.ts'
import { answerError } from './http/answer-error.ts'
import type { Authenticate } from './http/authenticate.ts'
import type { Route } from './http/implement.ts'
import { readiness } from './http/readiness.ts'
import { securityHeaders } from './http/security-headers.ts'
import { newId } from './kernel/ids.ts'
import { Refusal } from './kernel/refusal.ts'
import type { World } from './world.ts'

interface AppOptions {
  mountScreens?: ((app: Express) => void) | undefined
  /** The server takes leave: balancers should send no more. */
  isStopping?: () => boolean
  /** What looks at every request as it passes: counting, tracing. */
  watch?: readonly RequestHandler[]
  /** Answers /metrics; without it there is no such address here. */
  answerMetrics?: RequestHandler | undefined
  /** The file of the contract that /api/docs shows; without it there is no such address. */
  openapiFile?: string | undefined
}

/** The HTTP side: security headers, parsing, every route of every slice, errors. Screens are mounted by the caller. */
export function createApp(
  world: World,
  authenticate: Authenticate,
  routes: readonly Route[],
  { mountScreens = () => {}, isStopping = () => false, watch = [], answerMetrics, openapiFile }: AppOptions = {},
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', world.settings.trustProxy)
  app.use((_request, response, next) => {
    if (isStopping()) response.setHeader('Connection', 'close')
    next()
  })
  app.use(securityHeaders({ https: world.settings.production }))
  if (watch.length > 0) app.use(...watch)
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })
  app.get('/readyz', readiness(world, isStopping))
  if (answerMetrics) app.get('/metrics', answerMetrics)
  app.use(
    pinoHttp({
      logger: world.log,
      // The same id stands in the answer, in the log and in what people see when we failed them.
      genReqId: (_request, response) => {
        const id = newId()
        response.setHeader('X-Request-Id', id)
        return id
      },
      // Addresses, bodies and headers hold personal data; the route's pattern is enough to find a problem.
      serializers: {
        req: (req: { id: string; method: string }) => ({ id: req.id, method: req.method }),
        res: (res: { statusCode: number }) => ({ status: res.statusCode }),
      },
      // What went wrong on our side is logged with its id where it is answered.
      customLogLevel: () => 'debug',
    }),
  )
  app.use('/api', cookieParser())
  app.use(compression({ threshold: 2_000 }))
  for (const { endpoint, mount } of routes) {
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
    app[method](endpoint.path, mount({ world, authenticate }))
  }
  if (openapiFile !== undefined) app.use('/api', docsRouter(openapiFile))
  app.use('/api', () => {
    throw new Refusal('route.not_found')
  })
  mountScreens(app)
  app.use(answerError(world.log))
  return app
}
