import type { Shape } from './answer.ts'
import { aimDraft, finishBox, placeCorner } from './drafting.ts'
import { chooseShape, replaceShape, whereOf } from './editor-commands.ts'
import type { EditorModel } from './editor-model.ts'
import type { Place } from './geometry.ts'
import { addCornerAt, gripAt } from './grip-hit.ts'
import { gripsOf, movedShape, placeInside, pulledShape } from './shape-edit-rules.ts'
import { shapeAt } from './shape-index.ts'
import type { StagePainter } from './stage-painter.ts'
import { turnWheel } from './turn-wheel.ts'
import { toImage } from './viewport.ts'

/** What the press that is going on means. */
type Press =
  | { kind: 'pan'; last: Place; start: Place; hit: Shape | null }
  | { kind: 'pinch'; apart: number; middle: Place }
  | { kind: 'draw'; start: Place; begun: boolean }
  | { kind: 'edit'; shape: Shape; grip: number | null; start: Place; begun: boolean }

/** A press that moves less than this many CSS pixels is a click or a tap. */
const clickPixels = 4

/** Turns mouse, pen and fingers into commands. One finger draws or pans, two always pan and zoom. */
export class StageGestures {
  /** While Space is held a drag moves the image whatever the tool. */
  spaceHeld = false
  private readonly fingers = new Map<number, Place>()
  private press: Press | null = null
  private readonly stage: HTMLElement
  private readonly model: EditorModel
  private readonly painter: StagePainter

  constructor(stage: HTMLElement, model: EditorModel, painter: StagePainter) {
    this.stage = stage
    this.model = model
    this.painter = painter
  }

  /** Starts listening; returns the way to stop. */
  listen(): () => void {
    const stop = new AbortController()
    const { signal } = stop
    this.stage.addEventListener('pointerdown', (event) => this.down(event), { signal })
    this.stage.addEventListener('pointermove', (event) => this.move(event), { signal })
    this.stage.addEventListener('pointerup', (event) => this.up(event), { signal })
    this.stage.addEventListener('pointercancel', (event) => this.cancel(event), { signal })
    this.stage.addEventListener('pointerleave', () => this.leave(), { signal })
    this.stage.addEventListener(
      'dblclick',
      (event) => addCornerAt(this.model, this.painter.view, this.placeOf(event)),
      { signal },
    )
    this.stage.addEventListener('wheel', (event) => turnWheel(this.painter, event, this.placeOf(event)), {
      signal,
      passive: false,
    })
    return () => stop.abort()
  }

  private placeOf(event: MouseEvent): Place {
    const { left, top } = this.stage.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }

  private reach(touch: boolean): number {
    return (touch ? 22 : 6) / this.painter.view.scale
  }

  private down(event: PointerEvent): void {
    if (event.target instanceof Element && event.target.closest('button')) return
    this.stage.focus({ preventScroll: true })
    const at = this.placeOf(event)
    const touch = event.pointerType === 'touch'
    this.painter.touch = touch
    if (this.model.live.cursor) this.model.setLive({ cursor: null })
    this.fingers.set(event.pointerId, at)
    this.stage.setPointerCapture(event.pointerId)
    if (this.fingers.size === 2) return this.beginPinch()
    if (this.fingers.size > 2) return
    if (event.button === 1 || (event.button === 0 && this.spaceHeld)) {
      event.preventDefault()
      this.press = { kind: 'pan', last: at, start: at, hit: null }
      return
    }
    if (event.button === 0) this.beginPress(at, touch)
  }

  private beginPress(at: Place, touch: boolean): void {
    const { model, painter } = this
    const place = toImage(painter.view, at)
    const grip = gripAt(this.model, this.painter.view, at, touch)
    const { chosen } = model
    if (chosen && grip !== null) {
      this.press = { kind: 'edit', shape: chosen, grip, start: at, begun: false }
      return
    }
    if (model.state.tool === 'select') {
      const hit = shapeAt(model.index, place[0], place[1], this.reach(touch), model.isHidden)
      const movable = hit !== null && !model.readOnly && (hit.id === chosen?.id || !touch)
      if (hit && movable) {
        chooseShape(model, hit.id)
        this.press = { kind: 'edit', shape: hit, grip: null, start: at, begun: false }
      } else this.press = { kind: 'pan', last: at, start: at, hit }
      return
    }
    this.press = { kind: 'draw', start: at, begun: false }
    if (touch) {
      aimDraft(model, place)
      painter.aim(at)
    }
  }

  private beginPinch(): void {
    if (this.press?.kind === 'edit' || (this.press?.kind === 'draw' && this.model.live.draft?.kind === 'box')) {
      this.model.setLive({ draft: null })
    }
    this.painter.aim(null)
    this.press = { kind: 'pinch', ...this.spread() }
  }

  private spread(): { apart: number; middle: Place } {
    const [a, b] = [...this.fingers.values()] as [Place, Place]
    return { apart: Math.hypot(a[0] - b[0], a[1] - b[1]) || 1, middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] }
  }

  private move(event: PointerEvent): void {
    const at = this.placeOf(event)
    if (this.fingers.has(event.pointerId)) this.fingers.set(event.pointerId, at)
    const { press, painter } = this
    if (press === null) return this.hover(event, at)
    switch (press.kind) {
      case 'pan':
        painter.panBy(at[0] - press.last[0], at[1] - press.last[1])
        press.last = at
        return
      case 'pinch': {
        if (this.fingers.size < 2) return
        const { apart, middle } = this.spread()
        painter.panBy(middle[0] - press.middle[0], middle[1] - press.middle[1])
        painter.zoomBy(apart / press.apart, middle)
        this.press = { kind: 'pinch', apart, middle }
        return
      }
      case 'draw':
        return this.drawMove(press, at)
      case 'edit':
        return this.editMove(press, at)
    }
  }

  private drawMove(press: Extract<Press, { kind: 'draw' }>, at: Place): void {
    const { model, painter } = this
    painter.aim(at)
    const far = Math.hypot(at[0] - press.start[0], at[1] - press.start[1]) > clickPixels
    if (far && !press.begun && model.state.tool === 'box' && model.live.draft === null) {
      const from = placeInside(toImage(painter.view, press.start), model.inputs.image, true)
      model.set({ chosenId: null })
      model.setLive({ draft: { kind: 'box', from, to: from, held: true } })
    }
    press.begun ||= far
    aimDraft(model, toImage(painter.view, at))
  }

  private editMove(press: Extract<Press, { kind: 'edit' }>, at: Place): void {
    const { model, painter } = this
    press.begun ||= Math.hypot(at[0] - press.start[0], at[1] - press.start[1]) > clickPixels
    if (!press.begun) return
    const { image } = model.inputs
    const [fromX, fromY] = toImage(painter.view, press.start)
    const [x, y] = toImage(painter.view, at)
    const whole = press.shape.kind === 'box'
    const step = (value: number) => (whole ? Math.round(value) : value)
    const shape =
      press.grip === null
        ? movedShape(press.shape, step(x - fromX), step(y - fromY), image)
        : pulledShape(press.shape, press.grip, [x, y], image)
    model.setLive({ draft: { kind: 'edit', shape } })
  }

  private up(event: PointerEvent): void {
    this.fingers.delete(event.pointerId)
    const { press } = this
    if (press?.kind === 'pinch') {
      // The finger that stays behind must not begin to draw.
      if (this.fingers.size === 0) this.press = null
      return
    }
    this.press = null
    if (press === null) return
    const at = this.placeOf(event)
    if (press.kind === 'pan') {
      const still = Math.hypot(at[0] - press.start[0], at[1] - press.start[1]) <= clickPixels
      if (still && !this.spaceHeld && event.button === 0 && this.model.state.tool === 'select')
        chooseShape(this.model, press.hit?.id ?? null)
    } else if (press.kind === 'draw') this.endDrawing(press, at, event.pointerType === 'touch')
    else this.endEditing(press)
    if (event.pointerType === 'touch') this.painter.aim(null)
  }

  private endDrawing(press: Extract<Press, { kind: 'draw' }>, at: Place, touch: boolean): void {
    const { model, painter } = this
    const place = toImage(painter.view, at)
    if (model.state.tool === 'box' && press.begun) finishBox(model, place)
    else placeCorner(model, place, (touch ? 22 : 10) / painter.view.scale)
  }

  private endEditing(press: Extract<Press, { kind: 'edit' }>): void {
    const { model } = this
    const { draft } = model.live
    if (draft?.kind === 'edit') {
      model.setLive({ draft: null })
      replaceShape(model, draft.shape)
      model.say(whereOf(model.inputs.t, draft.shape))
    } else if (press.grip !== null && press.shape.kind === 'polygon') model.set({ corner: press.grip })
  }

  private cancel(event: PointerEvent): void {
    this.fingers.delete(event.pointerId)
    if (this.press?.kind === 'edit' || this.press?.kind === 'draw') this.model.setLive({ draft: null })
    this.press = null
  }

  private leave(): void {
    this.painter.aim(null)
    if (this.model.live.hoverId !== null) this.model.setLive({ hoverId: null })
  }

  private hover(event: PointerEvent, at: Place): void {
    if (event.pointerType === 'touch') return
    const { model, painter, stage } = this
    painter.touch = false
    painter.aim(at)
    const place = toImage(painter.view, at)
    aimDraft(model, place)
    const grip = gripAt(this.model, this.painter.view, at, false)
    if (this.spaceHeld) stage.style.cursor = 'grab'
    else if (grip !== null) stage.style.cursor = gripsOf(model.chosen as Shape)[grip]?.cursor ?? 'move'
    else if (model.state.tool !== 'select') stage.style.cursor = 'crosshair'
    else {
      const hit = shapeAt(model.index, place[0], place[1], this.reach(false), model.isHidden)
      stage.style.cursor = hit ? (model.readOnly ? 'pointer' : 'move') : 'grab'
      if ((hit?.id ?? null) !== model.live.hoverId) model.setLive({ hoverId: hit?.id ?? null })
      return
    }
    if (model.live.hoverId !== null) model.setLive({ hoverId: null })
  }
}
