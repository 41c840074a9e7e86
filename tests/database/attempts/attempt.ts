import { newId } from '../../../api/src/kernel/ids.ts'
import type { Records } from './records.ts'

/** One try at breaking something that must always hold. */
export interface Attempt {
  /** The constraint, index or trigger that must refuse it. */
  by: string
  /** What is tried, in words. */
  what: string
  sql: (records: Records) => string
  /** SQLSTATE; 23514 a check, 23505 unique, 23503 a foreign key, 23001 append-only. */
  code: '23514' | '23505' | '23503' | '23001'
}

/** A row like an existing one, with its own id and these changes. Tables are named with their schema on purpose. */
export function copy(table: string, id: string, changes: Record<string, unknown> = {}): string {
  const changed = JSON.stringify({ id: newId(), ...changes }).replaceAll("'", "''")
  return `INSERT INTO public."${table}" SELECT (jsonb_populate_record(t, '${changed}'::jsonb)).* FROM public."${table}" t WHERE t.id = '${id}'`
}

/** Changes one row. */
export function change(table: string, id: string, set: string): string {
  return `UPDATE public."${table}" SET ${set} WHERE id = '${id}'`
}
