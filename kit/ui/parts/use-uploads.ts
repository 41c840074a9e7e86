import { useCallback, useEffect, useRef, useState } from 'react'

/** One file on its way. */
export interface Upload {
  id: number
  file: File
  state: 'waiting' | 'sending' | 'away' | 'checking' | 'done' | 'failed' | 'stopped'
  /** 0 to 1. */
  share: number
  failure: unknown
}

interface UploadsOptions<Answer> {
  onDone?: (answer: Answer, file: File) => void
  /** How many files go out side by side. */
  atOnce?: number
}

/** What a sender tells about its file. */
export interface SendingFile {
  signal: AbortSignal
  /** The share sent, 0 to 1. */
  onProgress: (share: number) => void
  /** The line is away (true), or back. */
  onWaiting: (isWaiting: boolean) => void
  /** All of it is there and is being looked through. */
  onChecking: () => void
}

/** Sends files a few at a time, each by `sendFile` (`caller.upload`, `sendInPieces`); give the result to `FileDrop`. */
export function useUploads<Answer>(
  sendFile: (file: File, sending: SendingFile) => Promise<Answer>,
  { onDone, atOnce = 3 }: UploadsOptions<Answer> = {},
) {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const stops = useRef(new Map<number, AbortController>())
  const nextId = useRef(1)
  const latest = useRef({ sendFile, onDone })
  latest.current = { sendFile, onDone }

  const change = useCallback((id: number, part: Partial<Upload>) => {
    setUploads((current) => current.map((each) => (each.id === id ? { ...each, ...part } : each)))
  }, [])

  const send = useCallback(
    async ({ id, file }: Upload) => {
      const stop = new AbortController()
      stops.current.set(id, stop)
      change(id, { state: 'sending', share: 0, failure: null })
      try {
        const answer = await latest.current.sendFile(file, {
          signal: stop.signal,
          onProgress: (share) => change(id, { share }),
          onWaiting: (isWaiting) => change(id, { state: isWaiting ? 'away' : 'sending' }),
          onChecking: () => change(id, { state: 'checking', share: 1 }),
        })
        change(id, { state: 'done', share: 1 })
        latest.current.onDone?.(answer, file)
      } catch (failure) {
        change(id, stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', failure })
      } finally {
        stops.current.delete(id)
      }
    },
    [change],
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
