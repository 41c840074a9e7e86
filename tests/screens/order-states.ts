import type { Page } from 'playwright-core'
import { axe, fitsAcross, phone, settled, type WindowOptions } from '../support/browser.ts'
import { makeOrdersInStates } from '../support/orders-in-states.ts'
import type { TownPerson } from '../support/town.ts'
import type { officeHouse } from './office-house.ts'

const windows: WindowOptions[] = [{ language: 'ja' }, { ...phone, language: 'en', scheme: 'dark' }]

/**
 * What is wrong, by axe and by width, with the list and with an order in every state as one person sees them: in a wide,
 * light, Japanese window and on a dark, English phone. Nothing is an empty list.
 */
export async function problemsOnTheWay(at: ReturnType<typeof officeHouse>, who: TownPerson): Promise<string[]> {
  const orders = await makeOrdersInStates(at.house, at.town)
  const found = await Promise.all(windows.map((options) => problemsInWindow(at, who, options, orders)))
  return found.flat()
}

async function problemsInWindow(
  { house, town, browsing }: ReturnType<typeof officeHouse>,
  who: TownPerson,
  options: WindowOptions,
  orders: Record<string, string>,
): Promise<string[]> {
  const page = await browsing.open(town.people[who], '/office/', options)
  const problems = await problemsOf(page, 'list')
  for (const [state, orderId] of Object.entries(orders)) {
    await page.goto(`${house.url}/office/orders/${orderId}`)
    await settled(page)
    problems.push(...(await problemsOf(page, state)))
  }
  await page.context().close()
  return problems
}

async function problemsOf(page: Page, state: string): Promise<string[]> {
  const found = await axe(page)
  if (!(await fitsAcross(page))) found.push('stands out to the side')
  return found.map((problem) => `${state}: ${problem}`)
}
