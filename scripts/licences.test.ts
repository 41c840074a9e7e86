import { expect, it } from 'vitest'
import { licencesOf, notAllowed, readLock } from './licences.ts'

const lockOf = (license?: string) => ({
  packages: { '': {}, 'node_modules/some-package': { version: '1.0.0', ...(license && { license }) } },
})

it('everything this house is built from is under a licence that is allowed', async () => {
  const packages = await licencesOf(await readLock())
  expect(packages.length).toBeGreaterThan(300)
  expect(notAllowed(packages)).toEqual([])
})

it.each(['GPL-3.0-only', 'AGPL-3.0', 'SEE LICENSE IN LICENSE', 'MIT AND GPL-2.0', undefined])(
  'a package under %s is found',
  async (license) => {
    expect(notAllowed(await licencesOf(lockOf(license)))).toMatchObject([{ name: 'some-package' }])
  },
)

it.each(['MIT', '(MIT OR GPL-3.0-only)', 'MIT AND OFL-1.1', 'MIT and ISC'])(
  'one under %s is let through',
  async (license) => {
    expect(notAllowed(await licencesOf(lockOf(license)))).toEqual([])
  },
)
