import { type ReactElement, useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { Shape } from './answer.ts'
import type { EditorModel, SurfaceWords } from './editor-model.ts'
import { type Picture, PictureBytes, usePicture } from './Picture.tsx'
import { PinLayer } from './PinLayer.tsx'
import type { PinView, SurfaceImage } from './pins.ts'
import { StageGestures } from './stage-gestures.ts'
import { type KeyTargets, pressKey } from './stage-keys.ts'
import { StagePainter, type StageParts } from './stage-painter.ts'
import { forgetChipWidths } from './svg-element.ts'

interface StageProps {
  model: EditorModel
  image: SurfaceImage
  /** The view asks for more than the display size holds. */
  isWholeWanted: boolean
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
  const helpId = useId()
  const picture = usePicture(image, props.isWholeWanted)
  const { state } = picture.first
  useEffect(() => {
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
        <PictureBytes picture={picture} filter={filter} />
      </div>
      <svg ref={parts.base} className="image-surface-base" aria-hidden="true" focusable="false" />
      <svg ref={parts.active} className="image-surface-active" aria-hidden="true" focusable="false" />
      <div ref={parts.across} className="image-surface-across" />
      <div ref={parts.down} className="image-surface-down" />
      <PinLayer pins={props.pins} layer={parts.pins} t={t} onPinOpen={props.onPinOpen} openPinId={props.openPinId} />
      <div ref={parts.loupe} className="image-surface-loupe" hidden>
        <img src={picture.url} alt="" style={size} />
      </div>
      <span ref={parts.zoom} className="image-surface-zoom" aria-hidden="true" />
      <span id={helpId} hidden>
        {t(model.readOnly ? 'stageHelpView' : 'stageHelp')}
      </span>
      <Notice picture={picture} t={t} />
    </div>
  )
}

/** What the worker reads while there is no picture, or not all of it. */
function Notice({ picture, t }: { picture: Picture; t: SurfaceWords }): ReactElement | null {
  const { first, whole } = picture
  if (first.state === 'loading') return <p className="image-surface-notice">{t('loading')}</p>
  if (first.state === 'shown') {
    if (whole === null || whole.state === 'shown') return null
    if (whole.state === 'loading') return <p className="image-surface-notice is-late">{t('loadingWhole')}</p>
  }
  const failed = whole ?? first
  return (
    <div className={`image-surface-notice${whole ? ' is-corner' : ''}`} role="alert">
      <p>{t(whole ? 'wholeFailed' : 'imageFailed')}</p>
      <button type="button" className="image-surface-button is-filled" onClick={() => failed.set('loading')}>
        {t('retry')}
      </button>
    </div>
  )
}
