import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { LabelDef, Shape } from '@tsumugi/kit/surfaces/image/answer.ts'
import { readVocXml } from '@tsumugi/kit/surfaces/image/formats.ts'
import type { UploadedFile } from '../../api/src/http/receive-upload.ts'
import type { World } from '../../api/src/world.ts'

// prisma/seed and the bundle's api/dist lie equally deep.
const folder = resolve(import.meta.dirname, '../../prisma/seed/images')
/** The data set's words in those of the demo's clients. */
const labelOf: Record<string, string> = { RBC: '赤血球', WBC: '白血球', Platelets: '血小板' }

/** The label list of the demo's orders. */
export const demoLabels: LabelDef[] = [
  { name: '赤血球', colour: '#d32f2f', kinds: ['box'] },
  { name: '白血球', colour: '#1565c0', kinds: ['box'] },
  { name: '血小板', colour: '#6a1b9a', kinds: ['box'] },
]

/** Names of the pictures that come with the demo, in order. */
export async function pictureNames(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort()
}

/** A picture as an upload would bring it. */
export async function uploadedPicture(world: World, name: string): Promise<UploadedFile> {
  const kept = await world.files.keep(createReadStream(join(folder, name)), world.settings.uploadLimitBytes)
  return { ...kept, name }
}

/** The boxes people drew on a picture when the data set was made. */
export async function trueShapes(name: string): Promise<Shape[]> {
  const { shapes } = readVocXml(await readFile(join(folder, name.replace(/\.jpg$/, '.xml')), 'utf8'))
  return shapes.map((shape) => ({ ...shape, label: labelOf[shape.label] ?? shape.label }))
}
