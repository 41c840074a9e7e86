import { QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { FreshQueries } from './fresh-queries.ts'

it('reads again what changed while it was read for the first time, once however often it changed', async () => {
  const queries = new FreshQueries()
  const answers: ((answer: string) => void)[] = []
  const ask = () => new Promise<string>((answer) => answers.push(answer))
  const observer = new QueryObserver(queries, { queryKey: ['orders'], queryFn: ask, staleTime: 60_000 })
  const stop = observer.subscribe(() => {})
  void queries.invalidateQueries()
  void queries.invalidateQueries()
  expect(answers).toHaveLength(1)
  answers[0]?.('before the change')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.('after it')
  await expect.poll(() => observer.getCurrentResult().data).toBe('after it')
  expect(answers).toHaveLength(2)
  stop()
  queries.clear()
})
