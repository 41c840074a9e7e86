import { cloneDatabase } from '../../tests/support/database.ts'
import { dumpSchema } from '../dump-schema.ts'

export const path = 'prisma/schema.sql'

/** The freshly migrated database as SQL; needs the scratch server that `npm run generate` starts. */
export async function render(): Promise<string> {
  return dumpSchema((await cloneDatabase()).url)
}
