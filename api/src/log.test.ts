import { expect, it } from 'vitest'
import { openLog } from './log.ts'

it('says of an error what helps to find the fault, and none of the values it carries', () => {
  let written = ''
  const log = openLog('error', { write: (line) => (written += line) })
  // As the database says it.
  const clash = Object.assign(new Error('duplicate key value violates unique constraint "person_email_key"'), {
    code: '23505',
    constraint: 'person_email_key',
    detail: 'Key (email)=(hana@example.jp) already exists.',
    where: 'row hana@example.jp',
  })
  const error = new Error('the person could not be written', { cause: clash })
  log.error({ err: Object.assign(error, { body: { email: 'hana@example.jp' } }) }, 'unexpected error')
  log.error({ err: { email: 'hana@example.jp' } }, 'no error at all')
  expect(written).not.toContain('hana')
  const [first] = written.split('\n').map((line) => line && JSON.parse(line))
  expect(first).toMatchObject({ msg: 'unexpected error', err: { type: 'Error', cause: { code: '23505' } } })
  expect(first.err.cause.constraint).toBe('person_email_key')
  expect(first.err.stack).toContain('log.test.ts')
})
