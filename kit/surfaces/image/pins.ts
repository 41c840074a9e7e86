/** Where a pin stands in the talk about it. */
export type PinState = 'open' | 'fixed' | 'question' | 'resolved'

/** A comment fixed to a place of an image, in image pixels, as the surface shows it. */
export interface PinView {
  id: string
  itemId: string
  x: number
  y: number
  /** 1, 2, 3 … as people say it to each other. */
  number: number
  state: PinState
}

/** One image of the task: where its bytes are, and its size in pixels; every place on it is in these, whatever is shown. */
export interface SurfaceImage {
  id: string
  url: string
  /** Its display size; null when the image is hardly larger itself. */
  displayUrl: string | null
  width: number
  height: number
  name: string
}
