import { readFileSync } from 'node:fs'

/** Settings that are secrets, or hold one. */
const secrets = [
  'DATABASE_URL',
  'ACCESS_TOKEN_SECRET',
  'SIGNED_URL_SECRET',
  'SEALING_KEYS',
  'S3_ACCESS_KEY',
  'S3_SECRET_KEY',
  'SMTP_URL',
  'METRICS_TOKEN',
] as const

type Environment = Record<string, string | undefined>

/**
 * The environment with each secret that `NAME_FILE` names a file for, as secret stores and container engines hand them over;
 * the line break at the end of a file does not count.
 */
export function secretsFromFiles(env: Environment): { env: Environment; problems: string[] } {
  const read = { ...env }
  const problems: string[] = []
  for (const name of secrets) {
    const path = env[`${name}_FILE`]
    if (path === undefined) continue
    if (env[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set; give one of them`)
    try {
      read[name] = readFileSync(path, 'utf8').trimEnd()
    } catch {
      problems.push(`${name}_FILE names a file that cannot be read: ${path}`)
    }
  }
  return { env: read, problems }
}
