import { openHarness } from './open-harness.ts'

const h = await openHarness()
const out = process.argv[2] ?? '/tmp/imgshots'
const only = process.argv[3]
const jobs: [string, string, object][] = [
  ['edit-1280', 'x', {}],
  ['edit-1280-dark-en', 'scheme=dark&language=en', {}],
  ['edit-390', 'x', { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }],
  [
    'view-390-dark',
    'mode=view&pins=1&scheme=dark',
    { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  ],
  ['view-1280', 'mode=view&pins=1', {}],
  ['many-1280', 'scene=many', {}],
]
for (const [name, query, options] of jobs) {
  if (only && !name.includes(only)) continue
  const page = await h.open(query, options)
  page.on('console', (m) => console.log(name, m.text()))
  page.on('pageerror', (m) => console.log(name, String(m)))
  if (name.startsWith('edit')) {
    await page.locator('.image-surface-stage').focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab')
  }
  if (name === 'view-1280') await page.getByRole('button', { name: /前回/ }).click()
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${out}/${name}.png` })
  await page.context().close()
}
await h.close()
