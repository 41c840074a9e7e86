import { useTimeFactor } from '@tsumugi/kit/ui/app/time-factor.ts'
import { useEffect, useRef, useState } from 'react'

export type News = ReadonlyMap<string, 'new' | 'changed'>

/** Long enough to be noticed by somebody who looked away for a moment. */
const shownMs = 20_000
const nothing: News = new Map()

/**
 * What came or changed while the page was open, by key: never what was there when it opened. `rows` are pairs of a key and
 * what would be news about it (a state, a count); `undefined` while they are read for the first time.
 */
export function useNews(rows: readonly (readonly [key: string, mark: string])[] | undefined): News {
  const known = useRef<ReadonlyMap<string, string> | null>(null)
  const [news, setNews] = useState<News>(nothing)
  const stays = shownMs * useTimeFactor()
  const marks = rows && JSON.stringify(rows)
  useEffect(() => {
    if (marks === undefined) return
    const before = known.current
    const now = new Map(JSON.parse(marks) as [string, string][])
    known.current = now
    if (before === null) return
    const found = [...now].flatMap(([key, mark]) => {
      if (before.get(key) === mark) return []
      return [[key, before.has(key) ? 'changed' : 'new'] as const]
    })
    if (found.length > 0) setNews((shown) => new Map([...shown, ...found]))
  }, [marks])
  useEffect(() => {
    if (news.size === 0 || stays === Number.POSITIVE_INFINITY) return
    const timer = setTimeout(() => setNews(nothing), stays)
    return () => clearTimeout(timer)
  }, [news, stays])
  return news
}
