/** Every delivery format of the image surface in one place, for those who make and read packages. */
export type { ExportImage } from './export-image.ts'
export { FormatError } from './export-image.ts'
export { cocoJson, readCoco } from './format-coco.ts'
export { readVocXml, vocXml } from './format-voc.ts'
export { readYolo, yoloClasses, yoloDataYaml, yoloSegTxt, yoloTxt } from './format-yolo.ts'
