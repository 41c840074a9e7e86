import '@fontsource/biz-udpgothic/400.css'
import '@fontsource/biz-udpgothic/700.css'
import { emptyAnswer, type ImageAnswer, type LabelDef, type Shape } from '@tsumugi/kit/surfaces/image/answer.ts'
import Editor from '@tsumugi/kit/surfaces/image/Editor.tsx'
import { readVocXml } from '@tsumugi/kit/surfaces/image/formats.ts'
import { labelColours } from '@tsumugi/kit/surfaces/image/label-look.ts'
import type { PinView, SurfaceImage } from '@tsumugi/kit/surfaces/image/pins.ts'
import Viewer from '@tsumugi/kit/surfaces/image/Viewer.tsx'
import { type ReactElement, useState } from 'react'
import { createRoot } from 'react-dom/client'

/** What the tests read and steer from outside the page. */
declare global {
  interface Window {
    surface: { answer: ImageAnswer; pins: { itemId: string; x: number; y: number }[]; opened: string[]; image: string }
  }
}

const asked = new URLSearchParams(location.search)
const language = asked.get('language') === 'en' ? 'en' : 'ja'
document.documentElement.lang = language
document.documentElement.dataset.mantineColorScheme = asked.get('scheme') === 'dark' ? 'dark' : 'light'

const colours = labelColours
const labels: LabelDef[] = [
  { name: 'RBC', colour: colours[0], kinds: ['box', 'polygon'] },
  { name: 'WBC', colour: colours[1], kinds: ['box', 'polygon'] },
  { name: 'Platelets', colour: colours[2], kinds: ['box', 'polygon', 'point'] },
  { name: 'ピンぼけ', colour: colours[3], kinds: ['image'] },
]

/** A 4000 × 3000 picture with some texture, so that drawing it costs what a photograph costs. */
async function syntheticImage(): Promise<SurfaceImage> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 })
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D
  for (let i = 0; i < 3000; i++) {
    pen.fillStyle = `hsl(${(i * 47) % 360} 40% ${30 + ((i * 13) % 50)}%)`
    pen.beginPath()
    pen.arc((i * 977) % 4000, (i * 613) % 3000, 30 + (i % 90), 0, 7)
    pen.fill()
  }
  const bytes = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  const url = URL.createObjectURL(bytes as Blob)
  return { id: 'synthetic', url, displayUrl: null, width: 4000, height: 3000, name: 'synthetic.jpg' }
}

function syntheticShapes(count: number): Shape[] {
  return Array.from({ length: count }, (_, i) => ({
    id: String(i + 1),
    label: labels[i % 3]?.name ?? 'RBC',
    kind: 'box' as const,
    x: (i % 50) * 79 + 8,
    y: Math.floor(i / 50) * 74 + 8,
    width: 40 + ((i * 7) % 30),
    height: 36 + ((i * 11) % 30),
  }))
}

async function realImage(number: number): Promise<{ image: SurfaceImage; shapes: Shape[] }> {
  const name = `BloodImage_${String(number).padStart(5, '0')}`
  const folder = '/tests/fixtures/bccd'
  const read = readVocXml(await (await fetch(`${folder}/Annotations/${name}.xml`)).text())
  const { width, height, shapes } = read
  const url = `${folder}/JPEGImages/${name}.jpg`
  return { image: { id: name, url, displayUrl: null, width, height, name: `${name}.jpg` }, shapes }
}

async function scene(): Promise<{ images: SurfaceImage[]; answer: ImageAnswer; previous: ImageAnswer | null }> {
  if (asked.get('scene') === 'many') {
    const image = await syntheticImage()
    const shapes = syntheticShapes(Number(asked.get('count') ?? 2000))
    return { images: [image], answer: { images: { synthetic: { shapes, labels: [], seen: true } } }, previous: null }
  }
  const found = await Promise.all([0, 6, 12].map(realImage))
  const images = found.map(({ image }) => image)
  const answer = emptyAnswer(images.map(({ id }) => id))
  if (asked.get('scene') === 'empty') return { images, answer, previous: null }
  found.forEach(({ image, shapes }, i) => {
    if (i < 2) answer.images[image.id] = { shapes, labels: [], seen: i === 0 }
  })
  const previous = structuredClone(answer)
  for (const shape of previous.images[images[0]?.id ?? '']?.shapes ?? []) {
    if (shape.kind === 'box') Object.assign(shape, { x: shape.x + 9, y: shape.y + 6 })
  }
  return { images, answer, previous }
}

const states = ['open', 'fixed', 'question', 'resolved'] as const
const somePins: PinView[] = states.map((state, i) => ({
  id: `pin-${i + 1}`,
  itemId: 'BloodImage_00000',
  x: 120 + i * 120,
  y: 100 + i * 60,
  number: i + 1,
  state,
}))

function Harness(props: { images: SurfaceImage[]; answer: ImageAnswer; previous: ImageAnswer | null }): ReactElement {
  const { images } = props
  const [answer, setAnswer] = useState(props.answer)
  const [pins, setPins] = useState(asked.has('pins') ? somePins : [])
  const [currentImageId, onCurrentImage] = useState(images[0]?.id ?? '')
  window.surface = { ...window.surface, answer, image: currentImageId }
  const onPlacePin = (pin: { itemId: string; x: number; y: number }) => {
    window.surface.pins.push(pin)
    setPins([...pins, { ...pin, id: `pin-${pins.length + 1}`, number: pins.length + 1, state: 'open' }])
  }
  const onPinOpen = (id: string) => window.surface.opened.push(id)
  const same = { images, labels, answer, language, pins, onPinOpen, currentImageId, onCurrentImage } as const
  if (asked.get('mode') === 'view') return <Viewer {...same} onPlacePin={onPlacePin} previous={props.previous} />
  return <Editor {...same} onChange={setAnswer} />
}

window.surface = { answer: { images: {} }, pins: [], opened: [], image: '' }
const made = await scene()
createRoot(document.getElementById('root') as HTMLElement).render(<Harness {...made} />)
