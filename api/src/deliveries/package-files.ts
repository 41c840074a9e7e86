import {
  cocoJson,
  vocXml,
  yoloClasses,
  yoloDataYaml,
  yoloSegTxt,
  yoloTxt,
} from '@tsumugi/kit/surfaces/image/formats.ts'
import { japanDay } from '../kernel/japan-day.ts'
import type { PackedImage } from './load-accepted-images.ts'
import type { PackagePlan } from './load-package-plan.ts'
import { packageReadme } from './package-readme.ts'
import type { FileToZip } from './zip-stream.ts'

/** What stands in the manifest beside a file's checksum; known once the file is written. */
export interface FileCounts {
  images: number
  shapes: number
}

/** A file of a package; one without counts is not about images. */
export type PackageFile = FileToZip & { counts?: () => FileCounts }

/** How often the images are walked for these formats. */
export function walksOf(formats: PackagePlan['formats']): number {
  return (formats.includes('coco') ? 2 : 0) + (formats.includes('voc') || formats.includes('yolo') ? 1 : 0)
}

/** Gives every file of a package but its manifest, one after another; `images` begins anew with each call. */
export async function* packageFiles(
  plan: PackagePlan,
  images: () => AsyncIterable<PackedImage>,
  whole: () => FileCounts,
): AsyncGenerator<PackageFile> {
  const { formats, labels } = plan
  yield { path: 'README.txt', text: packageReadme(plan) }
  if (formats.includes('coco')) {
    const meta = {
      description: plan.title,
      dateCreated: japanDay(plan.madeAt),
      version: String(plan.version),
      contributor: plan.contributor,
      labels,
    }
    yield { path: 'coco/annotations.json', chunks: cocoJson(meta, images), counts: whole }
  }
  if (formats.includes('yolo')) {
    yield { path: 'yolo/classes.txt', text: yoloClasses(labels) }
    yield { path: 'yolo/data.yaml', text: yoloDataYaml(labels) }
  }
  if (formats.includes('voc') || formats.includes('yolo')) {
    for await (const image of images()) yield* filesOfImage(plan, image)
  }
}

function* filesOfImage({ formats, labels }: PackagePlan, image: PackedImage): Generator<PackageFile> {
  const { stem, shapes } = image
  const counted = (...kinds: string[]) => {
    const counts = { images: 1, shapes: shapes.filter((shape) => kinds.includes(shape.kind)).length }
    return () => counts
  }
  if (formats.includes('voc')) {
    yield { path: `voc/${stem}.xml`, text: [...vocXml(image)].join(''), counts: counted('box', 'polygon') }
  }
  if (!formats.includes('yolo')) return
  yield { path: `yolo/labels/${stem}.txt`, text: [...yoloTxt(image, labels)].join(''), counts: counted('box') }
  if (labels.some((label) => label.kinds.includes('polygon'))) {
    const text = [...yoloSegTxt(image, labels)].join('')
    yield { path: `yolo-seg/labels/${stem}.txt`, text, counts: counted('polygon') }
  }
}
