import type { TrueBox } from '../../support/ground-truth.ts'

/** What a COCO file says of boxes; read here with nothing of ours. */
export interface Coco {
  images: { id: number; file_name: string }[]
  categories: { id: number; name: string }[]
  annotations: { image_id: number; category_id: number; bbox: [number, number, number, number] }[]
}

/** The boxes of each image, by the image's name. */
export function boxesOf({ images, categories, annotations }: Coco): Map<string, TrueBox[]> {
  const labels = new Map(categories.map(({ id, name }) => [id, name]))
  const ofImage = (id: number) => annotations.filter(({ image_id }) => image_id === id)
  return new Map(
    images.map(({ id, file_name }) => [
      file_name.split('/').at(-1) ?? '',
      sorted(
        ofImage(id).map(({ category_id, bbox: [x, y, width, height] }) => {
          return { label: labels.get(category_id) ?? '', x, y, width, height }
        }),
      ),
    ]),
  )
}

/** The same boxes always in the same order, to be compared. */
export function sorted(boxes: readonly TrueBox[]): TrueBox[] {
  const key = ({ label, x, y, width, height }: TrueBox) => [label, x, y, width, height].join(' ')
  return [...boxes].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}
