import { totalmem } from 'node:os'

/** Server settings by PostgreSQL's own names; a number goes in as it is, a string is quoted. */
export type PostgresSettings = Record<string, string | number>

const mb = 1024 * 1024

/** Settings for a server that shares its machine with the API: an eighth of the memory, durable, UTC, loopback only. */
export function serverSettings(port: number, wishes: PostgresSettings): PostgresSettings {
  const memoryMb = Math.floor(totalmem() / mb)
  const sharedMb = Math.min(1024, Math.max(128, Math.floor(memoryMb / 8)))
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    password_encryption: 'scram-sha-256',
    shared_buffers: `${sharedMb}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memoryMb / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    // Most data folders lie on flash, where a random page costs about as much as the next one.
    random_page_cost: 1.1,
    max_wal_size: '2GB',
    wal_compression: 'on',
    // Our statements are short; compiling them costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_duration_statement: 2_000,
    log_checkpoints: 'off',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
    ...wishes,
  }
}

/** The text of postgresql.conf for these settings. */
export function settingsFile(settings: PostgresSettings): string {
  const lines = Object.entries(settings).map(([name, value]) =>
    typeof value === 'number' ? `${name} = ${value}` : `${name} = '${value.replaceAll("'", "''")}'`,
  )
  return ['# Written at every start; changes made here are lost.', ...lines, ''].join('\n')
}
