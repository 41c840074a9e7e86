import type { surfaceImage } from '../../words/surface-image.ts'
import type { Translate } from '../../words/words.ts'
import { emptyMarks, type ImageAnswer, type ImageMarks, type LabelDef, type Shape } from './answer.ts'
import type { Bounds, Place } from './geometry.ts'
import type { SurfaceImage } from './pins.ts'
import { readingOrder } from './shape-edit-rules.ts'
import { emptyHistory, recorded, redone, type ShapeHistory, undone } from './shape-history.ts'
import { indexShapes, type ShapeIndex } from './shape-index.ts'

export type Tool = 'select' | 'box' | 'polygon' | 'point' | 'pin'

/** Words of this surface in the reader's language. */
export type SurfaceWords = Translate<(typeof surfaceImage)['ja']>

/** A shape that is being made or changed and is not part of the answer yet. */
export type Draft =
  | { kind: 'box'; from: Place; to: Place /** Held down: it ends when the press ends. */; held?: boolean }
  | { kind: 'polygon'; points: [number, number][]; to: Place | null }
  | { kind: 'edit'; shape: Shape }

/** What the panels show; every change draws them again. */
export interface EditorState {
  tool: Tool
  /** Name of the label the next shape gets. */
  label: string | null
  chosenId: string | null
  /** The corner being edited by keyboard, in a chosen polygon. */
  corner: number | null
  /** What is half drawn and waits for its next corner. */
  drafting: 'box' | 'polygon' | null
  hiddenLabels: ReadonlySet<string>
  names: boolean
  shapesShown: boolean
  /** The view asks for more of this image than its display size holds. */
  wholeWanted: boolean
  /** Percent; 100 is the image as it is. */
  brightness: number
  contrast: number
  /** The last thing said to the live region; `turn` grows so that the same words can be said twice. */
  said: { text: string; turn: number }
  canUndo: boolean
  canRedo: boolean
}

/** What changes with every pointer move; only the drawing follows it, never React. */
export interface LiveState {
  draft: Draft | null
  /** The keyboard's crosshair, in image pixels; null while the mouse or a finger is in use. */
  cursor: Place | null
  hoverId: string | null
}

/** What the outside hands in at every render. */
export interface EditorInputs {
  image: SurfaceImage
  images: readonly SurfaceImage[]
  labels: readonly LabelDef[]
  answer: ImageAnswer
  t: SurfaceWords
  onChange: ((next: ImageAnswer) => void) | null
  onCurrentImage: (itemId: string) => void
  onPlacePin: ((pin: { itemId: string; x: number; y: number }) => void) | null
}

/** What panels may ask of the picture beside them. */
export interface StageView {
  show(bounds: Bounds): void
  zoomBy(factor: number): void
  fit(): void
  focus(): void
}

const noMarks: ImageMarks = emptyMarks()

/** Holds what the editor is doing, outside React: panels subscribe to `state`, the drawing to `live`. */
export class EditorModel {
  state: EditorState
  live: LiveState = { draft: null, cursor: null, hoverId: null }
  inputs: EditorInputs
  clipboard: Shape | null = null
  /** The picture on the screen, while there is one. */
  view: StageView | null = null
  private readonly histories = new Map<string, ShapeHistory>()
  private readonly listeners = new Set<() => void>()
  private readonly liveListeners = new Set<() => void>()
  private cachedIndex: ShapeIndex = indexShapes([])
  private cachedOrder: { shapes: readonly Shape[]; ids: string[] } = { shapes: [], ids: [] }

  constructor(inputs: EditorInputs) {
    this.inputs = inputs
    this.state = {
      tool: 'select',
      label: inputs.labels.find((label) => label.kinds.some((kind) => kind !== 'image'))?.name ?? null,
      chosenId: null,
      corner: null,
      drafting: null,
      hiddenLabels: new Set(),
      names: true,
      shapesShown: true,
      wholeWanted: false,
      brightness: 100,
      contrast: 100,
      said: { text: '', turn: 0 },
      canUndo: false,
      canRedo: false,
    }
  }

  /** Takes what the outside handed in; another image drops whatever was half drawn. */
  receive(inputs: EditorInputs): void {
    const other = inputs.image.id !== this.inputs.image.id
    this.inputs = inputs
    if (other) {
      this.setLive({ draft: null, hoverId: null, cursor: null })
      this.set({ chosenId: null, corner: null, drafting: null, wholeWanted: false, ...this.steps() })
    } else if (this.state.chosenId !== null && this.chosen === null) this.set({ chosenId: null, corner: null })
    else for (const listener of this.liveListeners) listener()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  subscribeLive(listener: () => void): () => void {
    this.liveListeners.add(listener)
    return () => this.liveListeners.delete(listener)
  }

  snapshot = (): EditorState => this.state

  set(change: Partial<EditorState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
    for (const listener of this.liveListeners) listener()
  }

  setLive(change: Partial<LiveState>): void {
    this.live = { ...this.live, ...change }
    const draft = this.live.draft
    const pressed = draft === null || draft.kind === 'edit' || (draft.kind === 'box' && draft.held === true)
    const drafting = pressed ? null : draft.kind
    if (drafting !== this.state.drafting) this.set({ drafting })
    else for (const listener of this.liveListeners) listener()
  }

  /** Tells the live region, and everyone who looks at the status line, what happened. */
  say(text: string): void {
    this.set({ said: { text, turn: this.state.said.turn + 1 } })
  }

  get readOnly(): boolean {
    return this.inputs.onChange === null
  }

  get marks(): ImageMarks {
    return this.inputs.answer.images[this.inputs.image.id] ?? noMarks
  }

  get shapes(): readonly Shape[] {
    return this.marks.shapes
  }

  get chosen(): Shape | null {
    return this.shapes.find((shape) => shape.id === this.state.chosenId) ?? null
  }

  get index(): ShapeIndex {
    if (this.cachedIndex.shapes !== this.shapes) this.cachedIndex = indexShapes(this.shapes)
    return this.cachedIndex
  }

  /** Ids of the visible shapes as people read them. */
  get order(): string[] {
    if (this.cachedOrder.shapes !== this.shapes) {
      this.cachedOrder = { shapes: this.shapes, ids: readingOrder(this.shapes) }
    }
    if (this.state.hiddenLabels.size === 0) return this.cachedOrder.ids
    const visible = new Set(this.shapes.filter((shape) => !this.isHidden(shape)).map((shape) => shape.id))
    return this.cachedOrder.ids.filter((id) => visible.has(id))
  }

  isHidden = (shape: Shape): boolean => !this.state.shapesShown || this.state.hiddenLabels.has(shape.label)

  /** Makes a change to this image's marks that can be undone. */
  change(marks: Partial<ImageMarks>): void {
    this.histories.set(this.inputs.image.id, recorded(this.history, this.marks))
    this.write({ ...this.marks, ...marks })
  }

  /** Notes that the image was opened; nothing to undo. */
  markSeen(): void {
    if (!this.readOnly && !this.marks.seen) this.write({ ...this.marks, seen: true })
  }

  undo(): void {
    this.step(undone(this.history, this.marks), 'saidUndone', 'saidNothingToUndo')
  }

  redo(): void {
    this.step(redone(this.history, this.marks), 'saidRedone', 'saidNothingToRedo')
  }

  private step(
    step: { history: ShapeHistory; marks: ImageMarks } | null,
    done: 'saidUndone' | 'saidRedone',
    nothing: 'saidNothingToUndo' | 'saidNothingToRedo',
  ): void {
    this.setLive({ draft: null })
    if (step === null) return this.say(this.inputs.t(nothing))
    this.histories.set(this.inputs.image.id, step.history)
    this.write({ ...step.marks, seen: true })
    if (this.chosen === null) this.set({ chosenId: null, corner: null })
    this.say(this.inputs.t(done, { count: step.marks.shapes.length }))
  }

  private get history(): ShapeHistory {
    return this.histories.get(this.inputs.image.id) ?? emptyHistory
  }

  private steps(): { canUndo: boolean; canRedo: boolean } {
    return { canUndo: this.history.past.length > 0, canRedo: this.history.future.length > 0 }
  }

  private write(marks: ImageMarks): void {
    const { answer, image, onChange } = this.inputs
    if (onChange === null) return
    const next = { ...answer, images: { ...answer.images, [image.id]: marks } }
    // Kept at once, so that a second command in the same breath builds on the first.
    this.inputs = { ...this.inputs, answer: next }
    this.set(this.steps())
    onChange(next)
  }
}
