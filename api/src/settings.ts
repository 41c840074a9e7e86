import { createSecretKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { readSealingKeys, type SealingKey } from './kernel/sealing.ts'
import { secretsFromFiles } from './secrets-from-files.ts'

const demoSecret = 'demo-secret-not-for-production-use!'

const environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string().optional(),
  DATA_FOLDER: z.string().default('.data'),
  ACCESS_TOKEN_SECRET: z.string().default(demoSecret),
  SIGNED_URL_SECRET: z.string().default(demoSecret),
  SEALING_KEYS: z.string().optional(),
  PUBLIC_URL: z.url().optional(),
  FIRST_OFFICE_EMAIL: z.email().toLowerCase().optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(2).max(200).default(20),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  SECOND_FACTOR: z.enum(['required', 'offered']).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).optional(),
  UPLOAD_LIMIT_MB: z.coerce.number().int().min(1).max(10_000).default(2_000),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  FILE_STORE: z.enum(['disk', 's3']).default('disk'),
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
})

/** Where files lie when they lie in an object store. */
export interface S3Settings {
  bucket: string
  region: string
  /** null: Amazon's own. */
  endpoint: string | null
  /** null: what the machine's role or environment gives. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null
  /** The bucket stands in the path and not in the host's name, as most compatible stores want it. */
  pathStyle: boolean
}

/** Where mails go out. */
export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…:465`. */
  url: string
  /** `つむぎ <office@example.jp>` */
  from: string
}

/** How this installation runs; read once from the environment. */
export interface Settings {
  production: boolean
  port: number
  host: string
  /** null: start the embedded PostgreSQL. */
  databaseUrl: string | null
  dataFolder: string
  /** A KeyObject, not a string: verifying is four times as fast. */
  accessTokenKey: KeyObject
  signedUrlKey: KeyObject
  /** Seal what must not be readable in the database; the first seals, all open. null: one is made in the data folder. */
  sealingKeys: readonly SealingKey[] | null
  publicUrl: string | null
  /** null: mails wait in the outbox for staff to pass on. */
  smtp: SmtpSettings | null
  /** Who is invited into the office while nobody is registered. */
  firstOfficeEmail: string | null
  poolMax: number
  logLevel: string
  /** How many proxies stand before the server: without it everybody would share the last one's address and its limits. */
  trustProxy: number
  uploadLimitBytes: number
  /** Where /metrics is answered to anybody: a port nobody outside can reach. null: nowhere. */
  metricsPort: number | null
  /** Whoever shows it is answered /metrics on the ordinary port. null: nobody. */
  metricsToken: string | null
  /** The OpenTelemetry collector that is sent spans; null: none. */
  otlpEndpoint: string | null
  /** null: files lie on the disk, below the data folder. */
  s3: S3Settings | null
  /** Whether office, payroll and coordinator must have a second step, or may. */
  secondFactor: 'required' | 'offered'
  /** How long a claim holds without activity. */
  leaseSeconds: number
  /** How long a review holds without activity. */
  reviewLeaseSeconds: number
  accessTokenSeconds: number
  sessionSeconds: number
  invitationSeconds: number
  /** How many claimed and returned assignments one person may hold at once. */
  claimedMax: number
}

/** Settings that cannot be right, each named with what to do. */
export class BadSettings extends Error {
  constructor(problems: string[]) {
    super(`Tsumugi cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  }
}

/** Reads the settings. In production mode defaults meant for the demo are refused. */
export function readSettings(given: Record<string, string | undefined>): Settings {
  // Whoever hands settings on, such as Compose, hands on an empty text for what is not set.
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const { env, problems: unread } = secretsFromFiles(set)
  if (unread.length > 0) throw new BadSettings(unread)
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    throw new BadSettings(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  const values = parsed.data
  const production = values.NODE_ENV === 'production'
  const problems = [
    ...pairProblems(values),
    ...sealingProblems(values),
    ...(production ? productionProblems(values) : []),
  ]
  if (problems.length > 0) throw new BadSettings(problems)
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: values.DATA_FOLDER,
    accessTokenKey: createSecretKey(Buffer.from(values.ACCESS_TOKEN_SECRET)),
    signedUrlKey: createSecretKey(Buffer.from(values.SIGNED_URL_SECRET)),
    sealingKeys: readSealingKeys(values.SEALING_KEYS ?? ''),
    publicUrl: values.PUBLIC_URL ?? null,
    smtp: values.SMTP_URL && values.MAIL_FROM ? { url: values.SMTP_URL, from: values.MAIL_FROM } : null,
    firstOfficeEmail: values.FIRST_OFFICE_EMAIL ?? null,
    poolMax: values.DATABASE_POOL_MAX,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY ?? 0,
    uploadLimitBytes: values.UPLOAD_LIMIT_MB * 1_000_000,
    metricsPort: values.METRICS_PORT ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    otlpEndpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    s3: s3Of(values),
    secondFactor: values.SECOND_FACTOR ?? (production ? 'required' : 'offered'),
    leaseSeconds: 2 * 3600,
    reviewLeaseSeconds: 20 * 60,
    accessTokenSeconds: 15 * 60,
    sessionSeconds: 30 * 86_400,
    invitationSeconds: 14 * 86_400,
    claimedMax: 20,
  }
}

function s3Of(values: z.infer<typeof environment>): S3Settings | null {
  const { FILE_STORE: store, S3_BUCKET: bucket, S3_ACCESS_KEY: accessKeyId, S3_SECRET_KEY: secretAccessKey } = values
  if (store !== 's3' || !bucket) return null
  return {
    bucket,
    region: values.S3_REGION,
    endpoint: values.S3_ENDPOINT ?? null,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
    pathStyle: values.S3_ENDPOINT !== undefined,
  }
}

function pairProblems(values: z.infer<typeof environment>): string[] {
  const problems: string[] = []
  if ((values.SMTP_URL === undefined) !== (values.MAIL_FROM === undefined)) {
    problems.push('SMTP_URL and MAIL_FROM belong together; give both, or neither where no mails go out')
  }
  if (values.FILE_STORE !== 's3') return problems
  if (!values.S3_BUCKET) problems.push('S3_BUCKET is not set; FILE_STORE=s3 needs the name of a bucket that exists')
  if ((values.S3_ACCESS_KEY === undefined) !== (values.S3_SECRET_KEY === undefined)) {
    problems.push('S3_ACCESS_KEY and S3_SECRET_KEY belong together; give both, or neither where the machine has a role')
  }
  return problems
}

function sealingProblems({ SEALING_KEYS: keys }: z.infer<typeof environment>): string[] {
  if (keys === undefined || readSealingKeys(keys) !== null) return []
  return ['SEALING_KEYS must be pairs such as 2026a:KEY between commas; KEY is what `openssl rand -base64 32` prints']
}

function productionProblems(values: z.infer<typeof environment>): string[] {
  const problems: string[] = []
  for (const name of ['ACCESS_TOKEN_SECRET', 'SIGNED_URL_SECRET'] as const) {
    if (values[name] === demoSecret) problems.push(`${name} is not set; give it at least 32 random characters`)
    else if (values[name].length < 32) problems.push(`${name} is shorter than 32 characters`)
  }
  if (values.ACCESS_TOKEN_SECRET === values.SIGNED_URL_SECRET && problems.length === 0) {
    problems.push('SIGNED_URL_SECRET must differ from ACCESS_TOKEN_SECRET')
  }
  if (values.SEALING_KEYS === undefined) {
    problems.push(
      'SEALING_KEYS is not set; give a name and a key such as 2026a:KEY, where KEY is what `openssl rand -base64 32` prints',
    )
  }
  if (!values.DATABASE_URL) problems.push('DATABASE_URL is not set; the embedded database is for trying out only')
  if (!values.PUBLIC_URL) problems.push('PUBLIC_URL is not set; give the https address people use')
  else if (!values.PUBLIC_URL.startsWith('https://')) problems.push('PUBLIC_URL must begin with https://')
  if (values.TRUST_PROXY === undefined) {
    problems.push('TRUST_PROXY is not set; give the number of proxies that stand before the server, 1 as a rule')
  }
  return problems
}
