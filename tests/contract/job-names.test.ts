import { expect, it } from 'vitest'
import { jobs } from '../../api/src/jobs.ts'
import { jobNameWords } from '../../kit/words/jobs.ts'

it('every background job has a name people can read, and no name is kept that no job has', () => {
  expect(Object.keys(jobNameWords.ja).sort()).toEqual(Object.keys(jobs).sort())
})
