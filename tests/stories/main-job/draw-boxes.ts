import type { Page } from 'playwright-core'
import { press } from '../../support/browser.ts'
import type { TrueBox } from '../../support/ground-truth.ts'

/** The labels in the order of their keys, as the client lists them. */
export const labelKeys = ['赤血球', '白血球', '血小板']

/** Where the picture stands in the window, and how many screen pixels one of its pixels takes. */
async function pictureOn(page: Page): Promise<{ left: number; top: number; scale: number }> {
  return page.evaluate(() => {
    const picture = document.querySelector<HTMLElement>('.image-surface-picture')
    if (!picture) throw new Error('no picture')
    const { left, top, width } = picture.getBoundingClientRect()
    return { left, top, scale: width / picture.offsetWidth }
  })
}

/** Gives the picture the keyboard and the tool for boxes, with nothing chosen. */
async function takeBoxTool(page: Page): Promise<void> {
  await page.getByRole('application').focus()
  await press(page, 'b', 'Escape', 'b')
}

/** The keys that let go of the last box, so that its label stays and its grips are not in the way, and take the next label. */
const nextLabel = ({ label }: TrueBox) => ['Escape', 'b', String(labelKeys.indexOf(label) + 1)]

/** Drags each box from corner to corner; the window must show more than two screen pixels for one of the image. */
export async function drawByMouse(page: Page, boxes: readonly TrueBox[]): Promise<void> {
  await takeBoxTool(page)
  const { left, top, scale } = await pictureOn(page)
  if (scale < 1) throw new Error(`at ${scale} screen pixels for one of the image the mouse cannot meet each exactly`)
  for (const box of boxes) {
    await press(page, ...nextLabel(box))
    const at = (x: number, y: number) => [left + x * scale, top + y * scale] as const
    await page.mouse.move(...at(box.x, box.y))
    await page.mouse.down()
    await page.mouse.move(...at(box.x + box.width / 2, box.y + box.height / 2))
    await page.mouse.move(...at(box.x + box.width, box.y + box.height))
    await page.mouse.up()
  }
}

/** Draws each box by keys alone: into the corner of the image once, then by large, middle and single steps. */
export async function drawByKeyboard(page: Page, boxes: readonly TrueBox[]): Promise<void> {
  await takeBoxTool(page)
  const { scale } = await pictureOn(page)
  const middle = Math.max(1, Math.round(10 / scale))
  const go = async (distance: number, back: string, forth: string) => {
    const key = distance < 0 ? back : forth
    const far = Math.abs(distance)
    const [large, rest] = [Math.floor(far / (middle * 5)), far % (middle * 5)]
    await press(page, `Shift+${key}*${large}`, `${key}*${Math.floor(rest / middle)}`, `Alt+${key}*${rest % middle}`)
  }
  await go(-1000, 'ArrowLeft', 'ArrowRight')
  await go(-1000, 'ArrowUp', 'ArrowDown')
  let [x, y] = [0, 0]
  const goTo = async (toX: number, toY: number) => {
    await go(toX - x, 'ArrowLeft', 'ArrowRight')
    await go(toY - y, 'ArrowUp', 'ArrowDown')
    ;[x, y] = [toX, toY]
    await press(page, 'Enter')
  }
  for (const box of boxes) {
    await press(page, ...nextLabel(box))
    await goTo(box.x, box.y)
    await goTo(box.x + box.width, box.y + box.height)
  }
}

/** Begins a box and leaves it: its first corner is set, its second is not. */
export async function beginBox(page: Page): Promise<void> {
  await takeBoxTool(page)
  await press(page, 'ArrowRight*3', 'Enter', 'ArrowDown*4')
}

/** The name of the image that is shown, waiting until it is another one than before. */
export async function shownImage(page: Page, before?: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    await page.locator('.image-surface-stage.is-shown').waitFor()
    const name = await page.getByRole('application').getAttribute('aria-label')
    const found = /BloodImage_\d+\.jpg/.exec(name ?? '')?.[0]
    if (found && found !== before) return found
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
  }
  throw new Error('no other image was shown')
}
