import { resolve } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const globalSetup = [resolve(import.meta.dirname, 'tests/support/postgres.ts')]

/** Tests that run a whole server over a database of their own, one per file. */
function onDatabase(name: string, include: string[], secondsMax: number): TestProjectInlineConfiguration {
  const testTimeout = secondsMax * 1_000
  return { test: { name, include, globalSetup, testTimeout, hookTimeout: Math.max(60_000, testTimeout) } }
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      onDatabase('unit', ['api/src/**/*.test.ts', 'kit/**/*.test.ts', 'scripts/**/*.test.ts'], 20),
      onDatabase('contract', ['tests/contract/**/*.test.ts'], 30),
      onDatabase('database', ['tests/database/**/*.test.ts'], 60),
      onDatabase('permissions', ['tests/permissions/**/*.test.ts'], 120),
      onDatabase('api', ['tests/api/**/*.test.ts'], 30),
      onDatabase('boundaries', ['tests/boundaries/**/*.test.ts'], 120),
      onDatabase('races', ['tests/races/**/*.test.ts'], 300),
      onDatabase('stories', ['tests/stories/**/*.test.ts'], 300),
      onDatabase('screens', ['tests/screens/**/*.browser.test.ts'], 300),
    ],
  },
})
