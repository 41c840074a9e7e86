import type { ImageAnswer, LabelDef } from '@tsumugi/kit/surfaces/image/answer.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import styles from './AnswerPicture.module.css'
import type { Assignment } from './desk-view.ts'

type Item = Assignment['items'][number]

/** No more pictures than this stand beside each other, and no more shapes are drawn on one. */
const picturesMax = 4
const shapesMax = 600

/** An image of an answer, small, with its shapes drawn on it. */
function AnswerPicture({ item, answer, labels }: { item: Item; answer: ImageAnswer; labels: readonly LabelDef[] }) {
  const t = useWords(workWords)
  const shapes = answer.images[item.id]?.shapes ?? []
  const colours = new Map(labels.map((label) => [label.name, label.colour]))
  return (
    <div className={styles.picture}>
      <img src={item.thumbnailUrl} alt={t('pictureOf', { name: item.name, count: shapes.length })} />
      <svg viewBox={`0 0 ${item.width} ${item.height}`} preserveAspectRatio="none" aria-hidden="true">
        {shapes.slice(0, shapesMax).map((shape) => {
          const look = {
            stroke: colours.get(shape.label) ?? '#000',
            fill: 'none',
            vectorEffect: 'non-scaling-stroke',
          } as const
          if (shape.kind === 'box') {
            return <rect key={shape.id} x={shape.x} y={shape.y} width={shape.width} height={shape.height} {...look} />
          }
          if (shape.kind === 'point') {
            return <circle key={shape.id} cx={shape.x} cy={shape.y} r={item.width / 80} {...look} />
          }
          return <polygon key={shape.id} points={shape.points.map((point) => point.join(',')).join(' ')} {...look} />
        })}
      </svg>
    </div>
  )
}

interface AnswerPicturesProps {
  items: readonly Item[]
  labels: readonly LabelDef[]
  answer: ImageAnswer
  /** Shows only images that differ from this answer, while there are any. */
  against?: ImageAnswer
}

/** A few pictures of an answer: enough to know it again. */
export function AnswerPictures({ items, labels, answer, against }: AnswerPicturesProps) {
  const differing = against
    ? items.filter(({ id }) => JSON.stringify(answer.images[id]?.shapes) !== JSON.stringify(against.images[id]?.shapes))
    : items.filter(({ id }) => (answer.images[id]?.shapes.length ?? 0) > 0)
  const shown = (differing.length > 0 ? differing : items).slice(0, picturesMax)
  return (
    <div className={styles.pictures}>
      {shown.map((item) => (
        <AnswerPicture key={item.id} item={item} answer={answer} labels={labels} />
      ))}
    </div>
  )
}

/** How much there is in an answer. */
export function countsOf(answer: ImageAnswer): { shapes: number; seen: number; images: number } {
  const marks = Object.values(answer.images)
  return {
    shapes: marks.reduce((sum, { shapes }) => sum + shapes.length, 0),
    seen: marks.filter(({ seen }) => seen).length,
    images: marks.length,
  }
}
