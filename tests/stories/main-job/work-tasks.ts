import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { submitTask } from '../../../kit/contract/answers.ts'
import { claimNextTasks, listMyAssignments } from '../../../kit/contract/tasks.ts'
import type { ImageAnswer, Shape } from '../../../kit/surfaces/image/answer.ts'
import { readingOrder } from '../../../kit/surfaces/image/shape-edit-rules.ts'
import { picture } from '../../screens/work-window.ts'
import { asPerson } from '../../support/ask.ts'
import { press, tabTo } from '../../support/browser.ts'
import { type TrueBox, trueAnswer, trueBoxes } from '../../support/ground-truth.ts'
import type { House } from '../../support/house.ts'
import { drawByKeyboard, drawByMouse, shownImage } from './draw-boxes.ts'

/** Reads the terms on Today and claims what the time allows; the first task opens. */
export async function claimAfterTerms(page: Page, minutes: string, button: string): Promise<void> {
  await page.getByText(minutes, { exact: true }).click()
  await page.getByRole('button', { name: button }).click()
  const terms = page.getByRole('dialog', { name: '着手の前に、取引条件を確かめてください' })
  await terms.getByText('画像1枚 60円').waitFor()
  await terms.getByRole('button', { name: '確かめました。着手する' }).click()
  await page.waitForURL('**/work/*')
  await picture(page)
}

/** How a pen is held: by mouse or by keyboard. */
type Draw = (page: Page, boxes: readonly TrueBox[]) => Promise<void>

/** Draws both images of the open task; `changed` may put a box elsewhere than it belongs. */
export async function drawTask(
  page: Page,
  draw: Draw,
  changed: (boxes: TrueBox[]) => TrueBox[] = (boxes) => boxes,
): Promise<void> {
  const first = await shownImage(page)
  await draw(page, changed(trueBoxes(first)))
  await press(page, 'n')
  const second = await shownImage(page, first)
  await draw(page, trueBoxes(second))
}

/** Everything by keyboard, from Today to handing in: reach the task, draw, submit. */
export async function doTaskByKeyboard(page: Page, number: number): Promise<void> {
  await tabTo(page, new RegExp(`始める: .*タスク${number}$`))
  await press(page, 'Enter')
  await picture(page)
  await drawTask(page, drawByKeyboard)
  await submitByKeyboard(page)
}

/** Ctrl+Enter, a last look, Enter. */
export async function submitByKeyboard(page: Page): Promise<void> {
  await press(page, 'Escape', 'Control+Enter')
  const submit = page
    .getByRole('dialog', { name: 'この内容で提出しますか？' })
    .getByRole('button', { name: /^提出する/ })
  await expect.poll(() => submit.evaluate((button) => button === document.activeElement)).toBe(true)
  await press(page, 'Enter')
  await page.getByRole('heading', { name: '今日' }).waitFor()
}

/** Draws what a draft of somebody else lacks on each image of the open task. */
export async function finishDraft(page: Page, draft: ImageAnswer, nameOf: (itemId: string) => string): Promise<void> {
  const has = new Map(Object.entries(draft.images).map(([id, { shapes }]) => [nameOf(id), shapes.length]))
  const rest = (name: string) => trueBoxes(name).slice(has.get(name) ?? 0)
  const first = await shownImage(page)
  await drawByMouse(page, rest(first))
  await press(page, 'n')
  await drawByMouse(page, rest(await shownImage(page, first)))
}

/** Walks the one pin by keyboard: chooses the box that stands too far right, moves it back, says so, hands in again. */
export async function mendByKeyboard(page: Page, shapes: readonly Shape[], wrong: TrueBox, by: number): Promise<void> {
  await page.getByRole('link', { name: /^指摘を見て直す/ }).click()
  await page.getByRole('button', { name: '直しはじめる' }).click()
  await page.getByRole('button', { name: /^提出する/ }).waitFor()
  await page.getByText('指摘 1 / 1').waitFor()
  await picture(page)
  const shifted = shapes.find((shape) => shape.kind === 'box' && shape.x === wrong.x + by && shape.y === wrong.y)
  const turns = readingOrder(shapes).indexOf(shifted?.id ?? '') + 1
  expect(turns).toBeGreaterThan(0)
  await page.getByRole('application').focus()
  await press(page, 'v', `Tab*${turns}`, `ArrowLeft*${by}`, 'Escape', 'f')
  await page.getByText('すべて答えました').waitFor()
  await submitByKeyboard(page)
}

/** Claims the next open tasks of a team through the API, up to so many. */
export async function claimNext(
  house: House,
  personId: string,
  { orderId, teamId, count }: { orderId: string; teamId: string; count: number },
): Promise<void> {
  const ask = await asPerson(house, personId)
  for (let left = count; left > 0; ) {
    const body = { teamId, count: Math.min(10, left) }
    const { claimed } = (await ask(claimNextTasks, { params: { orderId }, body })).answer
    left -= claimed.length
  }
}

/** Hands in the ground truth through the API for everything a person has claimed; `spoil` may change an answer before. */
export async function handInTruth(
  house: House,
  personId: string,
  spoil: (answer: ImageAnswer, number: number) => ImageAnswer = (answer) => answer,
): Promise<void> {
  const ask = await asPerson(house, personId)
  const { assignments } = (await ask(listMyAssignments)).answer
  const claimed = assignments.filter(({ state }) => state === 'claimed').sort((a, b) => a.number - b.number)
  for (const { id: assignmentId, number } of claimed) {
    const answer = spoil(await trueAnswer(house, assignmentId), number)
    const body = { answer, note: '', activeSeconds: 280 }
    ;(await ask(submitTask, { params: { assignmentId }, body })).answer
  }
}
