import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BadSettings, readSettings } from './settings.ts'

const right = {
  NODE_ENV: 'production',
  ACCESS_TOKEN_SECRET: 'a'.repeat(32),
  SIGNED_URL_SECRET: 'b'.repeat(32),
  SEALING_KEYS: `2026a:${'c'.repeat(43)}=`,
  DATABASE_URL: 'postgres://db/tsumugi',
  PUBLIC_URL: 'https://tsumugi.example.jp',
  TRUST_PROXY: '1',
}
function problemsOf(env: Record<string, string>): string[] {
  try {
    readSettings(env)
    return []
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error
    return error.message.split('\n').slice(1)
  }
}

describe('settings', () => {
  it('are all optional for trying out', () => {
    const settings = readSettings({})
    expect([settings.production, settings.port, settings.databaseUrl]).toEqual([false, 3000, null])
  })

  it('that are empty are not set, as Compose hands them on', () => {
    const settings = readSettings({
      ...right,
      FIRST_OFFICE_EMAIL: '',
      OTEL_EXPORTER_OTLP_ENDPOINT: '',
      UPLOAD_LIMIT_MB: '',
    })
    expect([settings.firstOfficeEmail, settings.otlpEndpoint]).toEqual([null, null])
    expect(problemsOf({ ...right, SEALING_KEYS: '' })[0]).toMatch('SEALING_KEYS is not set')
  })

  it('are refused in production while one is missing, each named with what to do', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      '  - ACCESS_TOKEN_SECRET is not set; give it at least 32 random characters',
      '  - SIGNED_URL_SECRET is not set; give it at least 32 random characters',
      '  - SEALING_KEYS is not set; give a name and a key such as 2026a:KEY, where KEY is what `openssl rand -base64 32` prints',
      '  - DATABASE_URL is not set; the embedded database is for trying out only',
      '  - PUBLIC_URL is not set; give the https address people use',
      '  - TRUST_PROXY is not set; give the number of proxies that stand before the server, 1 as a rule',
    ])
    expect(problemsOf(right)).toEqual([])
  })

  it.each([
    [{ ACCESS_TOKEN_SECRET: 'short' }, 'ACCESS_TOKEN_SECRET is shorter than 32 characters'],
    [{ ACCESS_TOKEN_SECRET: 'demo-secret-not-for-production-use!' }, 'ACCESS_TOKEN_SECRET is not set'],
    [{ SIGNED_URL_SECRET: 'a'.repeat(32) }, 'SIGNED_URL_SECRET must differ from ACCESS_TOKEN_SECRET'],
    [{ PUBLIC_URL: 'http://tsumugi.example.jp' }, 'PUBLIC_URL must begin with https://'],
    [{ SEALING_KEYS: '2026a:tooshort' }, 'SEALING_KEYS must be pairs'],
    [{ SEALING_KEYS_FILE: '/nowhere' }, 'SEALING_KEYS and SEALING_KEYS_FILE are both set'],
    [{ S3_SECRET_KEY_FILE: '/nowhere' }, 'S3_SECRET_KEY_FILE names a file that cannot be read: /nowhere'],
    [{ PORT: 'eighty' }, 'PORT: '],
    [{ PORT: '70000' }, 'PORT: '],
    [{ TRUST_PROXY: '-1' }, 'TRUST_PROXY: '],
    [{ FILE_STORE: 'tape' }, 'FILE_STORE: '],
    [{ SMTP_URL: 'smtp://mail.example.jp' }, 'SMTP_URL and MAIL_FROM belong together'],
    [{ SMTP_URL: 'http://mail.example.jp', MAIL_FROM: 'a@example.jp' }, 'SMTP_URL: '],
    [{ FILE_STORE: 's3' }, 'S3_BUCKET is not set'],
    [{ FILE_STORE: 's3', S3_BUCKET: 'files', S3_ACCESS_KEY: 'a' }, 'S3_ACCESS_KEY and S3_SECRET_KEY belong together'],
  ])('refuses %j', (change, sentence) => {
    const problems = problemsOf({ ...right, ...change })
    expect(problems[0]).toContain(sentence)
    expect(problems).toHaveLength('SEALING_KEYS_FILE' in change ? 2 : 1)
  })

  it('may name files that hold the secrets', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tsumugi-secrets-'))
    const path = join(folder, 'keys')
    writeFileSync(path, `${right.SEALING_KEYS}\n`)
    const { SEALING_KEYS: _, ...others } = right
    const { sealingKeys } = readSettings({ ...others, SEALING_KEYS_FILE: path })
    expect(sealingKeys?.map(({ id }) => id)).toEqual(['2026a'])
    rmSync(folder, { recursive: true })
  })
})
