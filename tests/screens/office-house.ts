import { afterAll, beforeAll, expect } from 'vitest'
import { type Browsing, openBrowser } from '../support/browser.ts'
import { type House, openHouseWithScreens } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'

/** A house with its screens, a town and a browser, for one file of tests; nothing may have gone wrong unseen at its end. */
export function officeHouse(): { house: House; town: Town; browsing: Browsing } {
  const at = {} as ReturnType<typeof officeHouse>
  beforeAll(async () => {
    at.house = await openHouseWithScreens()
    at.town = await makeTown(at.house)
    at.browsing = await openBrowser(at.house)
  })
  afterAll(async () => {
    await at.browsing.close()
    await at.house.close()
    expect(at.browsing.problems).toEqual([])
  })
  return at
}
