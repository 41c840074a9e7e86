import type { ReactElement } from 'react'
import type { Language } from '../../words/words.ts'
import type { ImageAnswer, LabelDef } from './answer.ts'
import { Frame } from './Frame.tsx'
import type { PinView, SurfaceImage } from './pins.ts'

export { shortcuts } from './shortcuts.ts'

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
    />
  )
}
