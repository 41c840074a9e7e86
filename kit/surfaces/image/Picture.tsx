import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { SurfaceImage } from './pins.ts'

export type Loading = 'loading' | 'shown' | 'failed'

/** How far the loading of one address is; setting it to loading asks for it anew. */
interface Loaded {
  url: string
  state: Loading
  attempt: number
  set: (state: Loading) => void
}

/** An image in the size it is first shown in and, once its view asks for more than that holds, as it is. */
export interface Picture {
  first: Loaded
  /** null as long as the first is enough. */
  whole: Loaded | null
  /** The sharpest that is there. */
  url: string
}

function useLoading(url: string): Loaded {
  const [known, setKnown] = useState({ url, state: 'loading' as Loading, attempt: 0 })
  const current = known.url === url ? known : { url, state: 'loading' as const, attempt: 0 }
  return {
    ...current,
    set: (state) => setKnown({ ...current, state, attempt: current.attempt + (state === 'loading' ? 1 : 0) }),
  }
}

/** Follows the loading of an image in the sizes its view asks for. */
export function usePicture(image: SurfaceImage, isWholeWanted: boolean): Picture {
  const first = useLoading(image.displayUrl ?? image.url)
  const kept = useLoading(image.url)
  const whole = isWholeWanted && image.displayUrl !== null && first.state === 'shown' ? kept : null
  return { first, whole, url: whole?.state === 'shown' ? whole.url : first.url }
}

/** The bytes of a picture. The whole one lies above the first and takes its place when all of it is decoded: nothing flashes. */
export function PictureBytes({ picture, filter }: { picture: Picture; filter: string | undefined }): ReactElement {
  const { first, whole } = picture
  const bytes = useRef<HTMLImageElement>(null)
  useEffect(() => {
    // A picture from the cache may be complete before React listens for it.
    if (first.state === 'loading' && bytes.current?.complete && bytes.current.naturalWidth > 0) first.set('shown')
  })
  const isCovered = whole?.state === 'shown'
  return (
    <>
      <img
        ref={bytes}
        key={`${first.url} ${first.attempt}`}
        src={first.url}
        alt=""
        draggable={false}
        className={isCovered ? 'is-covered' : undefined}
        style={{ filter }}
        onLoad={() => first.set('shown')}
        onError={() => first.set('failed')}
      />
      {whole && <WholeBytes key={`${whole.url} ${whole.attempt}`} whole={whole} filter={filter} />}
    </>
  )
}

function WholeBytes({ whole, filter }: { whole: Loaded; filter: string | undefined }): ReactElement {
  const bytes = useRef<HTMLImageElement>(null)
  const set = useRef(whole.set)
  set.current = whole.set
  useEffect(() => {
    let isGone = false
    const settle = (state: Loading) => {
      if (!isGone) set.current(state)
    }
    bytes.current?.decode().then(
      () => settle('shown'),
      () => settle('failed'),
    )
    return () => {
      isGone = true
    }
  }, [])
  return (
    <img
      ref={bytes}
      src={whole.url}
      alt=""
      draggable={false}
      decoding="sync"
      className={whole.state === 'shown' ? undefined : 'is-coming'}
      style={{ filter }}
    />
  )
}
