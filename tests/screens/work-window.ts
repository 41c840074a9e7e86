import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { ImageAnswer } from '../../kit/surfaces/image/answer.ts'
import { type Browsing, openBrowser, type WindowOptions } from '../support/browser.ts'
import { type House, openHouseWithScreens } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { claimByRow } from '../support/work-rows.ts'
import { drag } from './image-surface/surface-page.ts'

/** A house with its screens, a browser, and for every test a new order of three tasks of two real images each. */
export interface WorkHouse {
  house: House
  town: Town
  browsing: Browsing
  order: RunningOrder
  /** By number, 0 first. */
  taskId(index?: number): string
  /** hana's window on a task she has just claimed; the first unless told. */
  claimed(options?: WindowOptions): Promise<Page>
  /** A window on a task; hana's unless told. */
  opened(options?: WindowOptions, who?: TownPerson): Promise<Page>
  /** Waits for the number of shapes the server has in a task's draft. */
  onServer(): ReturnType<typeof expect.poll<number>>
}

/** Sets a work house up around the tests of the file it is called in. */
export function workHouse(): WorkHouse {
  const open = {} as WorkHouse
  beforeAll(async () => {
    open.house = await openHouseWithScreens()
    open.town = await makeTown(open.house)
    open.browsing = await openBrowser(open.house)
  })
  beforeEach(async () => {
    const wish = { images: 6, unitsPerTask: 2, unitPayYen: 45, realImages: true }
    open.order = await makeRunningOrder(open.house, open.town, wish)
  })
  afterEach(async () => {
    const { browser, problems } = open.browsing
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(problems.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await open.browsing?.close()
    await open.house?.close()
  })
  open.taskId = (index = 0) => open.order.assignmentIds[index] ?? ''
  open.opened = async (options, who = 'hana') => {
    const page = await open.browsing.open(open.town.people[who], `/work/${open.taskId()}`, options)
    await picture(page)
    return page
  }
  open.claimed = async (options) => {
    await claimByRow(open.house, open.taskId(), open.town.people.hana)
    return open.opened(options)
  }
  open.onServer = () =>
    expect.poll(async () => shapeCount(await draftOf(open.house, open.taskId())), { timeout: 8_000 })
  return open
}

/** Draws a box by mouse between two places of the image. */
export async function drawBox(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await page.getByRole('application').focus()
  await page.keyboard.press('b')
  await drag(page, from, to)
}

/** Resolves when the picture to work on, or to look at, stands on the page. */
export async function picture(page: Page): Promise<void> {
  await page.locator('.image-surface-stage.is-shown').waitFor({ timeout: 60_000 })
}

/** Kills the tab as the operating system would, without a last word, and opens the same address anew on the same device. */
export async function killAndReopen(page: Page): Promise<Page> {
  const address = page.url()
  const context = page.context()
  const session = await context.newCDPSession(page)
  const crashed = new Promise((resolve) => page.once('crash', resolve))
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  const next = await context.newPage()
  await next.goto(address)
  await picture(next)
  await page.close().catch(() => undefined)
  return next
}

/** The answer as the server holds it in the draft; null before the first save. */
export async function draftOf(house: House, assignmentId: string): Promise<ImageAnswer | null> {
  const draft = await house.world.db.rows.draft.findUnique({ where: { assignmentId } })
  return draft && (draft.answer as unknown as ImageAnswer)
}

/** How many shapes an answer has in all. */
export function shapeCount(answer: ImageAnswer | null): number {
  return Object.values(answer?.images ?? {}).reduce((sum, { shapes }) => sum + shapes.length, 0)
}

/** How many shapes the list beside the picture shows for the image that is open. */
export async function shownShapes(page: Page): Promise<number> {
  const name = await page.getByRole('application').getAttribute('aria-label')
  return Number(/(\d+)\D*$/.exec(name ?? '')?.[1] ?? -1)
}
