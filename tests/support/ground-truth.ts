import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import type { House } from './house.ts'

/** A box of the BCCD ground truth in zero-based pixels, with the label of our test orders. */
export interface TrueBox {
  label: string
  x: number
  y: number
  width: number
  height: number
}

const annotations = resolve(import.meta.dirname, '../fixtures/bccd/Annotations')
/** The data set's words in those of `bloodLabels`. */
const labelOf: Record<string, string> = { RBC: '赤血球', WBC: '白血球', Platelets: '血小板' }

/** The boxes of one BCCD image, read with nothing of ours, so that our readers can be checked against it. */
export function trueBoxes(imageName: string): TrueBox[] {
  const xml = readFileSync(resolve(annotations, imageName.replace(/\.jpg$/, '.xml')), 'utf8')
  return [...xml.matchAll(/<object>(.*?)<\/object>/gs)].map(([, object = '']) => {
    const number = (name: string) => Number(new RegExp(`<${name}>(\\d+)</${name}>`).exec(object)?.[1])
    const x = number('xmin') - 1
    const y = number('ymin') - 1
    const label = labelOf[/<name>(.*?)<\/name>/.exec(object)?.[1] ?? ''] ?? ''
    return { label, x, y, width: number('xmax') - x, height: number('ymax') - y }
  })
}

/** The right answer to an assignment whose items are BCCD images. */
export async function trueAnswer(house: House, assignmentId: string): Promise<ImageAnswer> {
  const { rows } = house.world.db
  const { task } = await rows.assignment.findUniqueOrThrow({ where: { id: assignmentId }, include: { task: true } })
  const items = await rows.orderItem.findMany({
    where: { orderId: task.orderId, position: { gte: task.itemsFrom, lt: task.itemsTo } },
    orderBy: { position: 'asc' },
  })
  const marks = items.map(({ id, name }): [string, ImageAnswer['images'][string]] => {
    const shapes = trueBoxes(name).map((box, index) => ({ id: `s${index + 1}`, kind: 'box' as const, ...box }))
    return [id, { shapes, labels: [], seen: true }]
  })
  return { images: Object.fromEntries(marks) }
}
