import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The log: one JSON line each, with no personal data in it. Errors of the database name the values that clashed, and those
 * of others may carry what was sent, so that only what helps to find the fault is written of an error.
 */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: plainError } }
  return destination ? pino(options, destination) : pino(options)
}

interface PlainError {
  type: string
  message: string
  stack: string
  code?: string
  /** The database's names of what was broken; never its values. */
  constraint?: string
  table?: string
  cause?: PlainError
}

function plainError(error: unknown): PlainError | { message: string } {
  if (!(error instanceof Error)) return { message: typeof error === 'string' ? error : typeof error }
  const { code, constraint, table } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown }
  const cause = error.cause instanceof Error ? (plainError(error.cause) as PlainError) : undefined
  return {
    type: error.name,
    message: error.message,
    stack: error.stack ?? '',
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof table === 'string' && { table }),
    ...(cause && { cause }),
  }
}
