import { resolve } from 'node:path'

/** The project's own folder. */
export const root = resolve(import.meta.dirname, '..')

/** The Prisma schema, which is a folder. */
export const schemaFolder = resolve(root, 'prisma/schema')

/** Ordinary Prisma migration folders. */
export const migrationsFolder = resolve(root, 'prisma/migrations')
