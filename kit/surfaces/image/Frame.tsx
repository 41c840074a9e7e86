import './image-surface.css'
import './image-surface-bar.css'
import './image-surface-stage.css'
import './image-surface-panel.css'
import { type ReactElement, type ReactNode, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { wordsOf } from '../../words/language.ts'
import { surfaceImage } from '../../words/surface-image.ts'
import type { Language } from '../../words/words.ts'
import { emptyMarks, type ImageAnswer, type ImageMarks, type LabelDef, type Shape } from './answer.ts'
import { deviceNow } from './device.ts'
import { type EditorInputs, EditorModel, type EditorState, type SurfaceWords, type Tool } from './editor-model.ts'
import { type SurfaceGoal, useGoal } from './goal.ts'
import { Icon } from './Icon.tsx'
import { LabelPanel, LabelRow } from './LabelPanel.tsx'
import { PictureBar } from './PictureBar.tsx'
import type { PinView, SurfaceImage } from './pins.ts'
import { ShapeList } from './ShapeList.tsx'
import { Stage } from './Stage.tsx'
import { ContextBar, ToolBar } from './ToolBar.tsx'
import { type UnfinishedShape, useUnfinished } from './unfinished.ts'

interface FrameProps {
  images: readonly SurfaceImage[]
  labels: readonly LabelDef[]
  answer: ImageAnswer
  currentImageId: string
  onCurrentImage: (itemId: string) => void
  language: Language
  pins: readonly PinView[]
  onPinOpen?: ((id: string) => void) | undefined
  onChange: EditorInputs['onChange']
  onPlacePin: EditorInputs['onPlacePin']
  previous: ImageAnswer | null
  openPinId?: string | null | undefined
  goal?: SurfaceGoal | null | undefined
  unfinished?: UnfinishedShape | null | undefined
  onUnfinished?: ((unfinished: UnfinishedShape | null) => void) | undefined
  /** Shown at the foot of the side panel. */
  children?: ReactNode
}

const noMarks: ImageMarks = emptyMarks()
const noShapes: readonly Shape[] = []

/** The words of this surface; the same function until the language changes. */
export function useSurfaceWords(language: Language): SurfaceWords {
  return useMemo(() => wordsOf(surfaceImage, language), [language])
}

function useModel(inputs: EditorInputs): { model: EditorModel; state: EditorState } {
  const [model] = useState(() => new EditorModel(inputs))
  return { model, state: useSyncExternalStore(model.subscribe, model.snapshot, model.snapshot) }
}

/** Hands the inputs on before any sibling's effect draws from them: effects run in the order of siblings. */
function Inputs({ model, inputs }: { model: EditorModel; inputs: EditorInputs }): null {
  useLayoutEffect(() => model.receive(inputs))
  return null
}

/** Fetches the neighbouring image ahead as it is first shown, so that turning to it is instant. */
function useNextImage(images: readonly SurfaceImage[], at: number): void {
  const next = images[at + 1]
  const url = next?.displayUrl ?? (deviceNow().savesData ? null : next?.url)
  useLayoutEffect(() => {
    if (url) new Image().src = url
  }, [url])
}

function toolsFor(labels: readonly LabelDef[], edit: boolean, pins: boolean): Tool[] {
  const kinds = (['box', 'polygon', 'point'] as const).filter((kind) =>
    labels.some((label) => label.kinds.includes(kind)),
  )
  return ['select', ...(edit ? kinds : []), ...(pins ? (['pin'] as const) : [])]
}

/** Everything around the picture, the same for the worker who draws and the director who looks. */
export function Frame(props: FrameProps): ReactElement {
  const { images, labels, answer, language } = props
  const t = useSurfaceWords(language)
  const at = Math.max(
    0,
    images.findIndex((each) => each.id === props.currentImageId),
  )
  const image = images[at] as SurfaceImage
  const { onChange, onCurrentImage, onPlacePin } = props
  const inputs = { image, images, labels, answer, t, onChange, onCurrentImage, onPlacePin }
  const { model, state } = useModel(inputs)
  const [panelOpen, setPanelOpen] = useState(false)
  const [beneath, setBeneath] = useState(false)
  useNextImage(images, at)
  useGoal(model, props.goal ?? null, image.id)
  useUnfinished(model, props.unfinished ?? null, props.onUnfinished)
  const marks = answer.images[image.id] ?? noMarks
  const chosen = marks.shapes.find((shape) => shape.id === state.chosenId) ?? null
  const pins = useMemo(() => props.pins.filter((pin) => pin.itemId === image.id), [props.pins, image.id])
  const earlier = (beneath && props.previous?.images[image.id]?.shapes) || noShapes
  return (
    <div className="image-surface" lang={language}>
      <Inputs model={model} inputs={inputs} />
      <div className={`image-surface-frame${panelOpen ? ' is-panel-open' : ''}`}>
        <PictureBar
          {...{ model, state, images, image, answer, t }}
          previous={props.previous ? { shown: beneath, toggle: () => setBeneath(!beneath) } : null}
        />
        <ToolBar
          {...{ model, state, t }}
          tools={toolsFor(labels, onChange !== null, onPlacePin !== null)}
          onPanel={() => setPanelOpen(true)}
        />
        <div className="image-surface-middle">
          <Stage
            {...{ model, image, t, pins }}
            isWholeWanted={state.wholeWanted}
            shapeCount={marks.shapes.length}
            brightness={state.brightness}
            contrast={state.contrast}
            previous={earlier}
            onPinOpen={props.onPinOpen}
            openPinId={props.openPinId}
          />
          <ContextBar {...{ model, state, chosen, t }} />
        </div>
        <p className="image-surface-said" role="status">
          <span key={state.said.turn}>{state.said.text}</span>
        </p>
        <LabelRow {...{ model, state, labels }} />
        <aside className="image-surface-panel" aria-label={t('panel')}>
          <button type="button" className="image-surface-button is-panel-closer" onClick={() => setPanelOpen(false)}>
            <Icon name="close" />
            {t('closePanel')}
          </button>
          <LabelPanel {...{ model, state, labels, marks, t }} />
          <ShapeList {...{ model, state, labels, t }} shapes={marks.shapes} />
          {props.children}
        </aside>
      </div>
    </div>
  )
}
