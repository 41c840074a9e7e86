import { japanDay } from '../kernel/japan-day.ts'
import type { PackagePlan } from './load-package-plan.ts'

type Format = PackagePlan['formats'][number]

const contentsJa: Record<Format, string> = {
  coco: `coco/annotations.json
  COCO形式です。枠・輪郭・点と、画像全体につけたラベル（images[].labels）のすべてが入っています。
  座標は画像の左上を原点とする画素です。`,
  voc: `voc/（画像名）.xml
  Pascal VOC形式です。画像1枚につき1ファイルで、枠と輪郭が入っています（点と画像全体のラベルは入りません）。
  VOCの決まりにより、座標は1から数え、最後の画素を含みます。`,
  yolo: `yolo/labels/（画像名）.txt, yolo/classes.txt, yolo/data.yaml
  YOLO形式です。1行が「クラス番号 中心x 中心y 幅 高さ」で、数値は画像の大きさに対する割合です。枠だけが入っています。
  輪郭があるときは yolo-seg/labels/ に分けて入れています。`,
}
const contentsEn: Record<Format, string> = {
  coco: `coco/annotations.json
  COCO. Holds everything: boxes, outlines, points, and labels of whole images (images[].labels).
  Coordinates are pixels from the top left corner.`,
  voc: `voc/(image name).xml
  Pascal VOC, one file per image: boxes and outlines, without points and labels of whole images.
  As VOC has it, coordinates count from 1 and include the last pixel.`,
  yolo: `yolo/labels/(image name).txt, yolo/classes.txt, yolo/data.yaml
  YOLO. Each line is "class centre-x centre-y width height" as shares of the image's size. Boxes only.
  Outlines, where there are any, lie apart in yolo-seg/labels/.`,
}

/** The text that greets whoever opens a package, in both languages. */
export function packageReadme(plan: PackagePlan): string {
  const { orderNumber, title, version, formats, contributor, itemsTotal } = plan
  const day = japanDay(plan.madeAt)
  return `${title}（${orderNumber}）納品 第${version}版
${day} ${contributor}

画像${itemsTotal}枚の検品ずみの成果です。元の画像は入っていません。お手元の画像と、ファイル名で対応します。

${formats.map((format) => contentsJa[format]).join('\n\n')}

manifest.json
  すべてのファイルのSHA-256・バイト数・件数と、ラベルごとの件数です。中身が途中で変わっていないかを確かめられます。

お気づきの点は、発注者の画面の「変更を依頼」からお知らせください。

----------------------------------------------------------------------

${title} (${orderNumber}), delivery ${version}
${day} ${contributor}

Reviewed work on ${itemsTotal} images. The images themselves are not included; match them by file name.

${formats.map((format) => contentsEn[format]).join('\n\n')}

manifest.json
  SHA-256, size and counts of every file, and counts per label, to check that nothing changed on the way.

If anything is not right, choose "Ask for a change" on your order's page.
`
}
