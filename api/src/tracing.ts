import type { RequestHandler } from 'express'
import { version } from './kernel/version.ts'

/** Spans for OpenTelemetry: one for each request and each job. */
export interface Tracing {
  watch: RequestHandler
  /** Runs a job inside a span of its name. */
  around(name: string, work: () => Promise<void>): Promise<void>
  /** Sends what was not sent yet. */
  close(): Promise<void>
}

/**
 * Begins to send spans to an OTLP collector over HTTP; OTEL_EXPORTER_OTLP_HEADERS is honoured. The packages are loaded
 * only here. Spans are made by hand: what instruments by itself writes addresses, queries and statements into them, and
 * those hold personal data.
 */
export async function openTracing(endpoint: string): Promise<Tracing> {
  const [api, { W3CTraceContextPropagator }, { resourceFromAttributes }, sdk, { OTLPTraceExporter }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'tsumugi', 'service.version': version }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  })
  const tracer = provider.getTracer('tsumugi')
  const propagator = new W3CTraceContextPropagator()
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, defaultTextMapGetter } = api

  return {
    watch(request, response, next) {
      const parent = propagator.extract(ROOT_CONTEXT, request.headers, defaultTextMapGetter)
      const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER }, parent)
      response.once('close', () => {
        const route = String(request.route?.path ?? 'other')
        span.updateName(`${request.method} ${route}`)
        span.setAttributes({
          'http.request.method': request.method,
          'http.route': route,
          'http.response.status_code': response.statusCode,
          'tsumugi.request_id': response.get('X-Request-Id') ?? '',
        })
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      })
      next()
    },
    async around(name, work) {
      const span = tracer.startSpan(`job ${name}`, { kind: SpanKind.CONSUMER }, ROOT_CONTEXT)
      try {
        await work()
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR })
        throw error
      } finally {
        span.end()
      }
    },
    close: () => provider.shutdown(),
  }
}
