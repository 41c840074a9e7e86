import type { ReactElement } from 'react'
import type { Language } from '../../words/words.ts'
import type { ImageAnswer, LabelDef } from './answer.ts'
import { Frame } from './Frame.tsx'
import type { SurfaceGoal } from './goal.ts'
import type { PinView, SurfaceImage } from './pins.ts'

/** What the read-only view needs. */
export interface ImageViewerProps {
  /** At least one. */
  images: readonly SurfaceImage[]
  labels: readonly LabelDef[]
  answer: ImageAnswer
  currentImageId: string
  onCurrentImage: (itemId: string) => void
  language: Language
  pins?: readonly PinView[]
  onPinOpen?: (id: string) => void
  /** Given when the reader may pin a remark: places come in image pixels. */
  onPlacePin?: (pin: { itemId: string; x: number; y: number }) => void
  /** The revision before this one; a switch shows it beneath, dashed. */
  previous?: ImageAnswer | null
  /** The pin that is being read; left out, it is the one opened last. */
  openPinId?: string | null
  /** A place to bring into sight. */
  goal?: SurfaceGoal | null
}

const noPins: readonly PinView[] = []

/** A submission as the director, the client or the worker reads it, with pins. Fills its parent. */
export default function Viewer(props: ImageViewerProps): ReactElement {
  return (
    <Frame
      images={props.images}
      labels={props.labels}
      answer={props.answer}
      onChange={null}
      currentImageId={props.currentImageId}
      onCurrentImage={props.onCurrentImage}
      language={props.language}
      pins={props.pins ?? noPins}
      onPinOpen={props.onPinOpen}
      onPlacePin={props.onPlacePin ?? null}
      previous={props.previous ?? null}
      openPinId={props.openPinId}
      goal={props.goal}
    />
  )
}
