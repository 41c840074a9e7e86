import { createServer, type Server } from 'node:http'
import express from 'express'
import type { Metrics } from './metrics.ts'

/** A server of its own for /metrics, not yet listening. */
export function metricsServer(metrics: Metrics): Server {
  const app = express()
  app.disable('x-powered-by')
  app.get('/metrics', metrics.answer)
  return createServer(app)
}
