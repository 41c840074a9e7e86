import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerOf, Endpoint, RequestOf } from '../../contract/endpoint.ts'
import { useClient } from '../client/client-context.ts'

/** One file on its way. */
export interface Upload {
  id: number
  file: File
  state: 'waiting' | 'sending' | 'done' | 'failed' | 'stopped'
  /** 0 to 1. */
  share: number
  failure: unknown
}

interface UploadsOptions<E extends Endpoint> {
  /** The request that goes with a file: path parameters, other fields of the form. */
  request: (file: File) => RequestOf<E>
  onDone?: (answer: AnswerOf<E>, file: File) => void
  /** How many files go out side by side. */
  atOnce?: number
}

/** Sends files to an `upload` endpoint, a few at a time; give the result to `FileDrop`. */
export function useUploads<E extends Endpoint>(endpoint: E, { request, onDone, atOnce = 3 }: UploadsOptions<E>) {
  const { caller } = useClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const stops = useRef(new Map<number, AbortController>())
  const nextId = useRef(1)
  const latest = useRef({ request, onDone })
  latest.current = { request, onDone }

  const change = useCallback((id: number, part: Partial<Upload>) => {
    setUploads((current) => current.map((each) => (each.id === id ? { ...each, ...part } : each)))
  }, [])

  const send = useCallback(
    async ({ id, file }: Upload) => {
      const stop = new AbortController()
      stops.current.set(id, stop)
      change(id, { state: 'sending', share: 0, failure: null })
      try {
        const onProgress = (share: number) => change(id, { share })
        const answer = await caller.upload(endpoint, latest.current.request(file), file, {
          onProgress,
          signal: stop.signal,
        })
        change(id, { state: 'done', share: 1 })
        latest.current.onDone?.(answer, file)
      } catch (failure) {
        change(id, stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', failure })
      } finally {
        stops.current.delete(id)
      }
    },
    [caller, endpoint, change],
  )

  useEffect(() => {
    const room = atOnce - stops.current.size
    for (const upload of uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, room))) {
      if (!stops.current.has(upload.id)) void send(upload)
    }
  }, [uploads, atOnce, send])

  return {
    uploads,
    add: useCallback((files: readonly File[]) => {
      const added = files.map(
        (file): Upload => ({ id: nextId.current++, file, state: 'waiting', share: 0, failure: null }),
      )
      setUploads((current) => [...current, ...added])
    }, []),
    /** Stops a file on its way; the others go on. */
    stop: useCallback(
      (id: number) => {
        const stop = stops.current.get(id)
        if (stop) stop.abort()
        else change(id, { state: 'stopped' })
      },
      [change],
    ),
    retry: useCallback((id: number) => change(id, { state: 'waiting', failure: null }), [change]),
    /** Takes a finished, failed or stopped file off the list; does not delete it on the server. */
    remove: useCallback((id: number) => setUploads((current) => current.filter((each) => each.id !== id)), []),
  }
}
