import { drawActive } from './active-drawing.ts'
import type { Shape } from './answer.ts'
import { drawBase } from './base-drawing.ts'
import { deviceNow } from './device.ts'
import { needsWhole } from './display-size.ts'
import type { EditorModel } from './editor-model.ts'
import type { Bounds, Place } from './geometry.ts'
import { placeLoupe } from './loupe.ts'
import { indexShapes, shapesWithin } from './shape-index.ts'
import {
  fitView,
  keptView,
  type Size,
  shownBounds,
  toImage,
  toScreen,
  type View,
  viewShowing,
  zoomedView,
} from './viewport.ts'

/** The parts of the stage the painter moves and draws into. */
export interface StageParts {
  stage: HTMLElement
  picture: HTMLElement
  base: SVGSVGElement
  active: SVGSVGElement
  across: HTMLElement
  down: HTMLElement
  pins: HTMLElement
  zoom: HTMLElement
  loupe: HTMLElement
}

/** Milliseconds without movement after which lines are drawn sharp again. */
const settleMs = 140
/** While zooming, lines are drawn anew only when they would look this much too thick or thin. */
const stretchMax = 2.2

/**
 * Moves the picture and draws the shapes, once per frame and outside React. While the view only moves, nothing is drawn:
 * the drawing made for an earlier view (`drawn`) is shifted and stretched by a CSS transform.
 */
export class StagePainter {
  view: View = { scale: 1, x: 0, y: 0 }
  size: Size = { width: 0, height: 0 }
  touch = false
  previous: readonly Shape[] = []
  private drawn: { view: View; reach: number; key: readonly unknown[] } | null = null
  private fitted = true
  private pointer: Place | null = null
  private frameWanted = 0
  private settle: ReturnType<typeof setTimeout> | undefined
  private readonly parts: StageParts
  private readonly model: EditorModel

  constructor(parts: StageParts, model: EditorModel) {
    this.parts = parts
    this.model = model
  }

  /** Stops everything that is still planned. */
  stop(): void {
    cancelAnimationFrame(this.frameWanted)
    clearTimeout(this.settle)
  }

  /** Takes the stage's new size; a view that showed everything keeps doing so, another keeps its middle. */
  resize(size: Size): void {
    const middle = toImage(this.view, [this.size.width / 2, this.size.height / 2])
    const first = this.size.width === 0
    this.size = size
    if (this.fitted || first) return this.fit()
    const { scale } = this.view
    this.look({ scale, x: size.width / 2 - middle[0] * scale, y: size.height / 2 - middle[1] * scale })
  }

  /** Shows the whole image. */
  fit(): void {
    this.look(fitView(this.model.inputs.image, this.size, this.size.width < 600 ? 12 : 32))
    this.fitted = true
  }

  panBy(dx: number, dy: number): void {
    this.look({ ...this.view, x: this.view.x + dx, y: this.view.y + dy })
  }

  /** Zooms around a place of the stage, by default its middle. */
  zoomBy(factor: number, at: Place = [this.size.width / 2, this.size.height / 2]): void {
    this.look(zoomedView(this.view, factor, at, this.model.inputs.image, this.size))
  }

  /** Brings a rectangle of the image into sight. */
  show(bounds: Bounds): void {
    const next = viewShowing(this.view, bounds, this.model.inputs.image, this.size)
    if (next.x !== this.view.x || next.y !== this.view.y || next.scale !== this.view.scale) this.look(next)
  }

  look(view: View): void {
    this.view = keptView(view, this.model.inputs.image, this.size)
    this.fitted = false
    this.parts.stage.classList.add('is-moving')
    clearTimeout(this.settle)
    this.settle = setTimeout(() => {
      this.parts.stage.classList.remove('is-moving')
      if (this.drawn && this.drawn.view.scale !== this.view.scale) this.drawn = null
      this.request()
    }, settleMs)
    this.request()
  }

  /** Where the mouse is, for the hairlines; null when it is elsewhere or another means is in use. */
  aim(pointer: Place | null): void {
    this.pointer = pointer
    this.request()
  }

  /** Draws everything anew in the next frame. */
  redraw(): void {
    this.drawn = null
    this.request()
  }

  /** Plans a frame; calling it often costs nothing. */
  request(): void {
    if (this.frameWanted !== 0) return
    this.frameWanted = requestAnimationFrame(() => {
      this.frameWanted = 0
      this.frame()
    })
  }

  private frame(): void {
    const { view, parts } = this
    const x = Math.round(view.x)
    const y = Math.round(view.y)
    parts.picture.style.transform = `translate(${x}px,${y}px) scale(${view.scale})`
    parts.picture.classList.toggle('is-close', view.scale >= 3)
    parts.zoom.textContent = `${Math.round(view.scale * 100)}%`
    const key = this.baseKey()
    if (this.needsDrawing(key)) this.drawBase(key)
    const drawn = (this.drawn as { view: View }).view
    const grown = view.scale / drawn.scale
    const shift = `translate(${Math.round(view.x - drawn.x * grown)}px,${Math.round(view.y - drawn.y * grown)}px)`
    parts.base.style.transform = grown === 1 ? shift : `${shift} scale(${grown})`
    drawActive(parts.active, this.model, view, this.touch)
    this.placeGuides()
    this.placePins()
    this.askForWhole()
  }

  /** Once per image: what was sharp once stays so. */
  private askForWhole(): void {
    const { model, size, view } = this
    const { image } = model.inputs
    if (model.state.wholeWanted || image.displayUrl === null) return
    if (needsWhole(image, size, view.scale, deviceNow())) model.set({ wholeWanted: true })
  }

  private baseKey(): readonly unknown[] {
    const { model } = this
    const { draft } = model.live
    const { hiddenLabels, shapesShown, names } = model.state
    const without = draft?.kind === 'edit' ? draft.shape.id : null
    return [
      model.shapes,
      model.inputs.labels,
      model.inputs.image.id,
      hiddenLabels,
      shapesShown,
      names,
      without,
      this.previous,
    ]
  }

  private needsDrawing(key: readonly unknown[]): boolean {
    const { drawn, view, size } = this
    if (drawn === null || key.some((part, i) => part !== drawn.key[i])) return true
    const grown = view.scale / drawn.view.scale
    if (grown > stretchMax || grown < 1 / stretchMax) return true
    if (drawn.reach === Number.POSITIVE_INFINITY) return false
    const left = drawn.view.x - view.x / grown
    const top = drawn.view.y - view.y / grown
    const { reach } = drawn
    return (
      left < -reach ||
      top < -reach ||
      left + size.width / grown > size.width + reach ||
      top + size.height / grown > size.height + reach
    )
  }

  /** Draws the shapes for the present view, with half a stage to spare on each side, or all when they are near enough. */
  private drawBase(key: readonly unknown[]): void {
    const { model, view, size } = this
    const spare = Math.round(Math.max(size.width, size.height) / 2)
    const near = shownBounds(view, size, spare)
    const shapes = shapesWithin(model.index, near).filter((shape) => !model.isHidden(shape))
    const previous = this.previous.length > 0 ? shapesWithin(indexShapes(this.previous), near) : []
    const all = shapes.length + previous.length === model.shapes.length + this.previous.length
    drawBase(this.parts.base, {
      shapes,
      previous,
      labels: model.inputs.labels,
      view,
      stage: size,
      names: model.state.names,
      without: key[6] as string | null,
    })
    this.drawn = { view, key, reach: all ? Number.POSITIVE_INFINITY : spare }
  }

  private placeGuides(): void {
    const { across, down, stage } = this.parts
    const drawing = this.model.state.tool !== 'select'
    stage.classList.toggle('has-guides', drawing && this.pointer !== null && this.model.live.cursor === null)
    const at = this.touch && drawing ? this.pointer : null
    placeLoupe(this.parts.loupe, at, this.view, this.model.inputs.image, this.size.width)
    if (!drawing || this.pointer === null) return
    across.style.transform = `translateY(${Math.round(this.pointer[1])}px)`
    down.style.transform = `translateX(${Math.round(this.pointer[0])}px)`
  }

  private placePins(): void {
    for (const pin of this.parts.pins.children) {
      if (!(pin instanceof HTMLElement)) continue
      const [x, y] = toScreen(this.view, [Number(pin.dataset.x), Number(pin.dataset.y)])
      pin.style.transform = `translate(${Math.round(x)}px,${Math.round(y)}px)`
    }
  }
}
