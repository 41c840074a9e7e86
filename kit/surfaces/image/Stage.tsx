import { type ReactElement, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Shape } from './answer.ts'
import type { EditorModel, SurfaceWords } from './editor-model.ts'
import { PinLayer } from './PinLayer.tsx'
import type { PinView, SurfaceImage } from './pins.ts'
import { StageGestures } from './stage-gestures.ts'
import { type KeyTargets, pressKey } from './stage-keys.ts'
import { StagePainter, type StageParts } from './stage-painter.ts'
import { forgetChipWidths } from './svg-element.ts'

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
  openPinId?: string | null | undefined
}

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
  // Japanese fonts come in many parts, each when its first letter is written: names measured before are wider now.
  const onFonts = () => {
    forgetChipWidths()
    painter.redraw()
  }
  document.fonts.addEventListener('loadingdone', onFonts)
  return () => {
    document.fonts.removeEventListener('loadingdone', onFonts)
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

/** The elements the painter works with, one reference each. */
function useParts() {
  return {
    stage: useRef<HTMLDivElement>(null),
    picture: useRef<HTMLDivElement>(null),
    base: useRef<SVGSVGElement>(null),
    active: useRef<SVGSVGElement>(null),
    across: useRef<HTMLDivElement>(null),
    down: useRef<HTMLDivElement>(null),
    pins: useRef<HTMLDivElement>(null),
    zoom: useRef<HTMLSpanElement>(null),
    loupe: useRef<HTMLDivElement>(null),
  }
}

/** Brings the stage to life once, and tells its painter what React knows: another image, other pins, what lies beneath. */
function useStage({ model, image, pins, previous }: StageProps): ReturnType<typeof useParts> {
  const parts = useParts()
  const painter = useRef<StagePainter | null>(null)
  const first = useRef(parts)
  useLayoutEffect(() => {
    const found = Object.fromEntries(Object.entries(first.current).map(([name, { current }]) => [name, current]))
    return bringToLife(found as unknown as StageParts, model, (made) => {
      painter.current = made
    })
  }, [model])
  useLayoutEffect(() => {
    if (image.id !== '') painter.current?.fit()
  }, [image.id])
  useLayoutEffect(() => {
    if (painter.current) painter.current.previous = previous
    painter.current?.request()
  }, [previous])
  useLayoutEffect(() => {
    if (pins.length > 0) painter.current?.request()
  }, [pins])
  return parts
}

/** The picture with everything drawn on it. React renders it once; movement and drawing happen outside React. */
export function Stage(props: StageProps): ReactElement {
  const { model, image, t } = props
  const parts = useStage(props)
  const bytes = useRef<HTMLImageElement>(null)
  const helpId = useId()
  const { state, attempt, set } = usePicture(image)
  useEffect(() => {
    // A picture from the cache may be complete before React listens for it.
    if (state === 'loading' && bytes.current?.complete && bytes.current.naturalWidth > 0) set('shown')
    if (state === 'shown') model.markSeen()
  })
  const plain = props.brightness === 100 && props.contrast === 100
  const filter = plain ? undefined : `brightness(${props.brightness}%) contrast(${props.contrast}%)`
  const size = { width: image.width, height: image.height }
  return (
    <div
      ref={parts.stage}
      className={`image-surface-stage is-${state}`}
      role="application"
      tabIndex={0}
      aria-label={t('stage', { name: image.name, count: props.shapeCount })}
      aria-describedby={helpId}
    >
      <div ref={parts.picture} className="image-surface-picture" style={size}>
        <img
          ref={bytes}
          key={`${image.url} ${attempt}`}
          src={image.url}
          alt=""
          draggable={false}
          style={{ filter }}
          onLoad={() => set('shown')}
          onError={() => set('failed')}
        />
      </div>
      <svg ref={parts.base} className="image-surface-base" aria-hidden="true" focusable="false" />
      <svg ref={parts.active} className="image-surface-active" aria-hidden="true" focusable="false" />
      <div ref={parts.across} className="image-surface-across" />
      <div ref={parts.down} className="image-surface-down" />
      <PinLayer pins={props.pins} layer={parts.pins} t={t} onPinOpen={props.onPinOpen} openPinId={props.openPinId} />
      <div ref={parts.loupe} className="image-surface-loupe" hidden>
        <img src={image.url} alt="" style={size} />
      </div>
      <span ref={parts.zoom} className="image-surface-zoom" aria-hidden="true" />
      <span id={helpId} hidden>
        {t(model.readOnly ? 'stageHelpView' : 'stageHelp')}
      </span>
      <Notice state={state} t={t} retry={() => set('loading')} />
    </div>
  )
}

/** What the worker reads while there is no picture. */
function Notice(props: {
  state: 'loading' | 'shown' | 'failed'
  t: SurfaceWords
  retry: () => void
}): ReactElement | null {
  const { state, t, retry } = props
  if (state === 'shown') return null
  if (state === 'loading') return <p className="image-surface-notice">{t('loading')}</p>
  return (
    <div className="image-surface-notice" role="alert">
      <p>{t('imageFailed')}</p>
      <button type="button" className="image-surface-button is-filled" onClick={retry}>
        {t('retry')}
      </button>
    </div>
  )
}
