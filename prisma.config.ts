import { defineConfig } from 'prisma/config'

// For Prisma's own commands. The running house needs none of them: it applies migrations itself and generates
// without downloading an engine (see scripts/prepare.mjs).
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
