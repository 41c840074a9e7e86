import { resolve } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const globalSetup = [resolve(import.meta.dirname, 'tests/support/postgres.ts')]
const exclude = ['**/node_modules/**', '**/dist/**']
// Its advice about coming versions of Node.js is for whoever changes packages, and fills the log of every run.
const env = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
// npm run check: every file named *.browser.test.ts needs a browser.
if (process.env.WITHOUT_BROWSER) exclude.push('**/*.browser.test.ts')

interface Part {
  secondsMax: number
  group: number
  maxWorkers?: number
}

/**
 * One part of the tests; each file may have a database of its own. Parts run one after the other (their groups), so
 * that each is told as soon as it is done; races and stories, which start processes of their own, go one at a time.
 */
function part(
  name: string,
  include: string[],
  { secondsMax, group, maxWorkers = 2 }: Part,
): TestProjectInlineConfiguration {
  const testTimeout = secondsMax * 1_000
  const hookTimeout = Math.max(60_000, testTimeout)
  const sequence = { groupOrder: group }
  // What a page or another process is about to show is waited for; a slow machine is no failure.
  const poll = { timeout: 15_000 }
  return {
    test: {
      name,
      include,
      exclude,
      env,
      globalSetup,
      testTimeout,
      hookTimeout,
      maxWorkers,
      // Loading the server anew for each file was half of their time; nothing of a house outlives its file.
      isolate: false,
      sequence,
      pool: 'forks',
      expect: { poll },
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      part('unit', ['{api,worker-ui,admin-ui}/src/**/*.test.{ts,tsx}', '{kit,scripts}/**/*.test.{ts,tsx}'], {
        secondsMax: 60,
        group: 0,
      }),
      part('contract', ['tests/contract/**/*.test.ts'], { secondsMax: 30, group: 1 }),
      part('database', ['tests/database/**/*.test.ts'], { secondsMax: 60, group: 2 }),
      part('permissions', ['tests/permissions/**/*.test.ts'], { secondsMax: 120, group: 3 }),
      part('api', ['tests/api/**/*.test.ts'], { secondsMax: 30, group: 4 }),
      part('boundaries', ['tests/boundaries/**/*.test.ts'], { secondsMax: 120, group: 5 }),
      part('races', ['tests/races/**/*.test.ts'], { secondsMax: 300, group: 6, maxWorkers: 1 }),
      part('stories', ['tests/stories/**/*.test.ts'], { secondsMax: 300, group: 7, maxWorkers: 1 }),
      part('screens', ['tests/screens/**/*.browser.test.ts'], { secondsMax: 300, group: 8 }),
    ],
  },
})
