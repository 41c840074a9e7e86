import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { acceptSubmission, listReviewQueue, startReview } from '../../../kit/contract/reviews.ts'
import { picture } from '../../screens/work-window.ts'
import { asPerson } from '../../support/ask.ts'
import { press } from '../../support/browser.ts'
import type { TrueBox } from '../../support/ground-truth.ts'
import type { House } from '../../support/house.ts'
import { drawByMouse, shownImage } from './draw-boxes.ts'

/** Opens the first submission of the queue, which must be of this task. */
export async function openNext(page: Page, number: number, assignmentId: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^次の1件を検品する.*タスク${number}$`) }).click()
  await atTask(page, assignmentId)
}

/** Resolves when the submission of this task stands on the director's desk and can be decided on. */
async function atTask(page: Page, assignmentId: string): Promise<void> {
  await page.waitForURL(`**/review/${assignmentId}`)
  await picture(page)
  await expect.poll(() => page.getByRole('button', { name: /^直す/ }).isEnabled()).toBe(true)
}

/** Pins a place by keyboard, cites the clause, says what to mend, and returns the submission. */
export async function returnWithPin(page: Page, clause: string, message: string): Promise<void> {
  await page.getByRole('application').focus()
  await press(page, 'm', 'ArrowRight*3', 'ArrowUp*2', 'Enter')
  await page.getByLabel('マニュアルの項目').first().click()
  await page.keyboard.type(clause)
  await page.getByRole('option', { name: new RegExp(clause) }).waitFor()
  await press(page, 'Enter')
  await page.getByLabel('伝えること').fill(message)
  await press(page, 'Control+Enter')
  await page.getByRole('button', { name: '差し戻す・指摘1件' }).click()
}

/** Accepts the submission on the desk, whose author gets `price`; the next one of the queue opens by itself. */
export async function acceptOpen(page: Page, assignmentId: string, price = '120円'): Promise<void> {
  await atTask(page, assignmentId)
  await page.getByRole('button', { name: `受け入れる・${price}` }).click()
}

/** Draws what is missing on the first image and accepts the work so mended. */
export async function fixOpen(page: Page, assignmentId: string, missing: (image: string) => TrueBox[]): Promise<void> {
  await atTask(page, assignmentId)
  await page.getByRole('button', { name: /^直す/ }).click()
  await page.getByText('直しているところです').waitFor()
  await drawByMouse(page, missing(await shownImage(page)))
  await page.getByRole('button', { name: '直して受け入れる・120円' }).click()
}

/** Accepts everything that waits for this director through the API. */
export async function acceptRest(house: House, personId: string): Promise<number> {
  const ask = await asPerson(house, personId)
  const { waiting } = (await ask(listReviewQueue)).answer
  const mine = waiting.filter(({ can }) => can.start)
  for (const { submissionId } of mine) {
    ;(await ask(startReview, { params: { submissionId } })).answer
    ;(await ask(acceptSubmission, { params: { submissionId }, body: { comment: '' } })).answer
  }
  return mine.length
}
