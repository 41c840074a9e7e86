import { keepPreviousData, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AnswerOf, Endpoint, RequestOf } from '../../contract/endpoint.ts'
import type { LiveTopic } from '../../contract/live.ts'
import { useClient } from './client-context.ts'
import type { CallFailure } from './refused.ts'

export interface AnswerOptions {
  /**
   * The live topics this answer shows: a kind of thing (`order`, `task`, `ledger` …) or one thing (`order:${id}`), which the
   * server is then asked to tell about. A change to one reads the answer again.
   */
  topics?: readonly string[]
  /** `false` waits with asking. */
  enabled?: boolean
  /** Keeps showing the last answer while a new filter loads, so that nothing jumps. */
  keepPrevious?: boolean
  /** Asks again every so many milliseconds; only for what has no live topic. */
  everyMs?: number
}

/** The key of an answer in the query cache, for optimistic writes. */
export function answerKey<E extends Endpoint>(endpoint: E, request: RequestOf<E> | null): readonly unknown[] {
  return [endpoint.name, request ?? {}]
}

/** What an endpoint answers, kept fresh: `useAnswer(getOrder, { params: { orderId } }, { topics: ['order'] })`. */
export function useAnswer<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  { topics = [], enabled = true, keepPrevious = false, everyMs }: AnswerOptions = {},
): UseQueryResult<AnswerOf<E>, CallFailure> {
  const { caller } = useClient()
  useWatch(topics)
  return useQuery<AnswerOf<E>, CallFailure>({
    queryKey: answerKey(endpoint, request),
    queryFn: ({ signal }) => ask(caller.callUntil, signal, endpoint, request),
    meta: { topics },
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  })
}

/** A list that goes on: rows of all pages read so far, and `more()` for the next. For endpoints that answer `{ rows, next }`. */
export function useRows<E extends Endpoint>(endpoint: E, request: RequestOf<E>, options: AnswerOptions = {}) {
  const { caller } = useClient()
  const { topics = [], enabled = true } = options
  useWatch(topics)
  const query = useInfiniteQuery({
    queryKey: [...answerKey(endpoint, request), 'rows'],
    queryFn: async ({ pageParam, signal }): Promise<Rows<E>> => {
      const { query: filter, ...rest } = (request ?? {}) as { query?: object }
      const next = { ...rest, query: { ...filter, ...(pageParam && { cursor: pageParam }) } } as RequestOf<E>
      return (await ask(caller.callUntil, signal, endpoint, next)) as Rows<E>
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    meta: { topics },
    enabled,
    ...(options.keepPrevious && { placeholderData: keepPreviousData }),
    ...(options.everyMs !== undefined && { refetchInterval: options.everyMs }),
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.rows),
    error: query.error as CallFailure | null,
    isPending: query.isPending,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  }
}

/** Watches the single things among the topics (`order:0192…`) for as long as the screen shows them: for the rows of a list. */
export function useWatch(topics: readonly string[]): void {
  const { live } = useClient()
  const things = topics.filter((topic) => topic.includes(':')).join(' ')
  useEffect(() => {
    const stops = things
      .split(' ')
      .filter(Boolean)
      .map((thing) => {
        const [topic, id] = thing.split(':') as [LiveTopic, string]
        return live.watch(topic, id)
      })
    return () => {
      for (const stop of stops) stop()
    }
  }, [live, things])
}

/** One row of an endpoint that answers `{ rows, next }`. */
export type RowOf<E> = AnswerOf<E> extends { rows: readonly (infer Row)[] } ? Row : never

interface Rows<E> {
  rows: RowOf<E>[]
  next: string | null
}

/** The rest argument of `callUntil` is empty for endpoints that take nothing; here the request is always at hand. */
function ask<E extends Endpoint>(
  callUntil: (signal: AbortSignal | undefined, endpoint: E, ...request: never) => Promise<AnswerOf<E>>,
  signal: AbortSignal,
  endpoint: E,
  request: RequestOf<E>,
): Promise<AnswerOf<E>> {
  return callUntil(signal, endpoint, ...([request] as never))
}
