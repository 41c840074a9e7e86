import { type ReactElement, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Shape } from './answer.ts'
import type { EditorModel, SurfaceWords } from './editor-model.ts'
import { PinLayer } from './PinLayer.tsx'
import type { PinView, SurfaceImage } from './pins.ts'
import { StageGestures } from './stage-gestures.ts'
import { type KeyTargets, pressKey } from './stage-keys.ts'
import { StagePainter, type StageParts } from './stage-painter.ts'

interface StageProps {
  model: EditorModel
  image: SurfaceImage
  shapeCount: number
  brightness: number
  contrast: number
  t: SurfaceWords
  pins: readonly PinView[]
  previous: readonly Shape[]
  onPinOpen?: ((id: string) => void) | undefined
}

const none: readonly Shape[] = []

/** Joins painter, gestures and keys to the elements of one stage; returns the way to part them. */
function bringToLife(parts: StageParts, model: EditorModel, keep: (painter: StagePainter) => void): () => void {
  const painter = new StagePainter(parts, model)
  const gestures = new StageGestures(parts.stage, model, painter)
  const targets: KeyTargets = { model, painter, gestures, leaving: false, resting: undefined }
  keep(painter)
  model.view = {
    show: (bounds) => painter.show(bounds),
    zoomBy: (factor) => painter.zoomBy(factor),
    fit: () => painter.fit(),
    focus: () => parts.stage.focus({ preventScroll: true }),
  }
  const stopListening = gestures.listen()
  const stopModel = model.subscribeLive(() => painter.request())
  const onKey = (event: KeyboardEvent) => {
    if (event.target === parts.stage) pressKey(targets, event)
  }
  const letGo = () => {
    gestures.spaceHeld = false
  }
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.key === ' ') letGo()
  }
  parts.stage.addEventListener('keydown', onKey)
  parts.stage.addEventListener('keyup', onKeyUp)
  parts.stage.addEventListener('blur', letGo)
  const watcher = new ResizeObserver(() => {
    painter.resize({ width: parts.stage.clientWidth, height: parts.stage.clientHeight })
  })
  watcher.observe(parts.stage)
  return () => {
    watcher.disconnect()
    stopListening()
    stopModel()
    clearTimeout(targets.resting)
    painter.stop()
    parts.stage.removeEventListener('keydown', onKey)
    parts.stage.removeEventListener('keyup', onKeyUp)
    parts.stage.removeEventListener('blur', letGo)
    model.view = null
  }
}

/** Loading, shown or failed, for one address; trying again asks for it anew. */
function usePicture(image: SurfaceImage): {
  state: 'loading' | 'shown' | 'failed'
  attempt: number
  set: (state: 'loading' | 'shown' | 'failed') => void
} {
  const [known, setKnown] = useState({ url: image.url, state: 'loading' as 'loading' | 'shown' | 'failed', attempt: 0 })
  const current = known.url === image.url ? known : { url: image.url, state: 'loading' as const, attempt: 0 }
  return {
    state: current.state,
    attempt: current.attempt,
    set: (state) => setKnown({ ...current, state, attempt: current.attempt + (state === 'loading' ? 1 : 0) }),
  }
}

/** The picture with everything drawn on it. React renders it once; movement and drawing happen outside React. */
export function Stage(props: StageProps): ReactElement {
  const { model, image, t, pins } = props
  const previous = props.previous.length > 0 ? props.previous : none
  const stage = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const bytes = useRef<HTMLImageElement>(null)
  const base = useRef<SVGSVGElement>(null)
  const active = useRef<SVGSVGElement>(null)
  const across = useRef<HTMLDivElement>(null)
  const down = useRef<HTMLDivElement>(null)
  const pinLayer = useRef<HTMLDivElement>(null)
  const zoom = useRef<HTMLSpanElement>(null)
  const loupe = useRef<HTMLDivElement>(null)
  const painter = useRef<StagePainter | null>(null)
  const helpId = useId()
  const { state, attempt, set } = usePicture(image)

  useLayoutEffect(() => {
    const parts = {
      stage: stage.current as HTMLDivElement,
      picture: picture.current as HTMLDivElement,
      base: base.current as SVGSVGElement,
      active: active.current as SVGSVGElement,
      across: across.current as HTMLDivElement,
      down: down.current as HTMLDivElement,
      pins: pinLayer.current as HTMLDivElement,
      zoom: zoom.current as HTMLSpanElement,
      loupe: loupe.current as HTMLDivElement,
    }
    return bringToLife(parts, model, (made) => {
      painter.current = made
    })
  }, [model])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another image is the reason to show the whole of it
  useLayoutEffect(() => {
    painter.current?.fit()
  }, [image.id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: new pins want their places
  useLayoutEffect(() => {
    if (painter.current) painter.current.previous = previous
    painter.current?.request()
  }, [previous, pins])

  useEffect(() => {
    // A picture from the cache may be complete before React listens for it.
    if (state === 'loading' && bytes.current?.complete && bytes.current.naturalWidth > 0) set('shown')
    if (state === 'shown') model.markSeen()
  })

  const filter = `brightness(${props.brightness}%) contrast(${props.contrast}%)`
  const plain = props.brightness === 100 && props.contrast === 100
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing area is worked with by keyboard
    <div
      ref={stage}
      className={`image-surface-stage is-${state}`}
      role="application"
      tabIndex={0}
      aria-label={t('stage', { name: image.name, count: props.shapeCount })}
      aria-describedby={helpId}
    >
      <div ref={picture} className="image-surface-picture" style={{ width: image.width, height: image.height }}>
        <img
          ref={bytes}
          key={`${image.url} ${attempt}`}
          src={image.url}
          alt=""
          draggable={false}
          style={{ filter: plain ? undefined : filter }}
          onLoad={() => set('shown')}
          onError={() => set('failed')}
        />
      </div>
      <svg ref={base} className="image-surface-base" aria-hidden="true" focusable="false" />
      <svg ref={active} className="image-surface-active" aria-hidden="true" focusable="false" />
      <div ref={across} className="image-surface-across" />
      <div ref={down} className="image-surface-down" />
      <PinLayer pins={pins} layer={pinLayer} t={t} onPinOpen={props.onPinOpen} />
      <div ref={loupe} className="image-surface-loupe" hidden>
        <img src={image.url} alt="" style={{ width: image.width, height: image.height }} />
      </div>
      <span ref={zoom} className="image-surface-zoom" aria-hidden="true" />
      <span id={helpId} hidden>
        {t(model.readOnly ? 'stageHelpView' : 'stageHelp')}
      </span>
      {state === 'loading' && <p className="image-surface-notice">{t('loading')}</p>}
      {state === 'failed' && (
        <div className="image-surface-notice" role="alert">
          <p>{t('imageFailed')}</p>
          <button type="button" className="image-surface-button is-filled" onClick={() => set('loading')}>
            {t('retry')}
          </button>
        </div>
      )}
    </div>
  )
}
