import type { ReactElement } from 'react'
import type { Language } from '../../words/words.ts'
import type { ImageAnswer, LabelDef } from './answer.ts'
import { Frame } from './Frame.tsx'
import type { SurfaceGoal } from './goal.ts'
import type { PinView, SurfaceImage } from './pins.ts'
import type { UnfinishedShape } from './unfinished.ts'

/** What the image editor needs. It holds no answer of its own: every change is handed out whole, and comes back as a prop. */
export interface ImageEditorProps {
  /** At least one. Sizes are those of the stored image, in pixels. */
  images: readonly SurfaceImage[]
  labels: readonly LabelDef[]
  answer: ImageAnswer
  onChange: (next: ImageAnswer) => void
  currentImageId: string
  onCurrentImage: (itemId: string) => void
  language: Language
  /** A director's pins; those of other images are kept back until their image is shown. */
  pins?: readonly PinView[]
  onPinOpen?: (id: string) => void
  /** Lets the worker pin the exact place of a question. */
  onPlacePin?: (pin: { itemId: string; x: number; y: number }) => void
  /** The pin that is being read; left out, it is the one opened last. */
  openPinId?: string | null
  /** A place to bring into sight. */
  goal?: SurfaceGoal | null
  /** What was half drawn when the page was left; read once. */
  unfinished?: UnfinishedShape | null
  /** Hears of every corner of a shape that is not finished, so that it can be kept; null when there is none. */
  onUnfinished?: (unfinished: UnfinishedShape | null) => void
}

const noPins: readonly PinView[] = []

/** The worker's surface: boxes, polygons, points and labels by mouse, touch and keyboard. Fills its parent. */
export default function Editor(props: ImageEditorProps): ReactElement {
  return (
    <Frame
      images={props.images}
      labels={props.labels}
      answer={props.answer}
      onChange={props.onChange}
      currentImageId={props.currentImageId}
      onCurrentImage={props.onCurrentImage}
      language={props.language}
      pins={props.pins ?? noPins}
      onPinOpen={props.onPinOpen}
      onPlacePin={props.onPlacePin ?? null}
      previous={null}
      openPinId={props.openPinId}
      goal={props.goal}
      unfinished={props.unfinished}
      onUnfinished={props.onUnfinished}
    />
  )
}
