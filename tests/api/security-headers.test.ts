import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../api/src/app.ts'
import { mountScreens } from '../../api/src/http/screens.ts'
import { jobs } from '../../api/src/jobs.ts'
import { listItems } from '../../kit/contract/orders.ts'
import { asPerson } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let pages: Server
let folder: string
let pagesUrl: string
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  folder = await mkdtemp(join(tmpdir(), 'tsumugi-pages-'))
  await writeFile(join(folder, 'index.html'), '<p>page</p>')
  const world = { ...house.world, settings: { ...house.world.settings, production: true } }
  const screens = { workers: folder, office: folder }
  pages = createServer(createApp(world, house.authenticate, [], { mountScreens: (app) => mountScreens(app, screens) }))
  await new Promise<void>((ready) => pages.listen(0, '127.0.0.1', ready))
  pagesUrl = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`
})
afterAll(async () => {
  pages.closeAllConnections()
  pages.close()
  await house.close()
  await rm(folder, { recursive: true })
})

/** The policy by directive. */
function policyOf(headers: Headers): Record<string, string[]> {
  const text = headers.get('content-security-policy') ?? ''
  return Object.fromEntries(
    text.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ')
      return [name, sources]
    }),
  )
}

describe('the Content-Security-Policy of every page and answer', () => {
  it('lets scripts and styles come only from here, never inline, never from text', async () => {
    for (const address of [
      `${pagesUrl}/`,
      `${pagesUrl}/office/orders`,
      `${house.url}/api/me`,
      `${house.url}/healthz`,
    ]) {
      const { headers } = await fetch(address, { headers: { accept: 'text/html' } })
      const policy = policyOf(headers)
      expect(policy['default-src']).toEqual(["'self'"])
      expect(policy['script-src'] ?? policy['default-src']).toEqual(["'self'"])
      expect(policy['style-src'] ?? policy['default-src']).toEqual(["'self'"])
      expect(policy['object-src']).toEqual(["'none'"])
      expect(policy['frame-ancestors']).toEqual(["'none'"])
      expect(policy['base-uri']).toEqual(["'self'"])
      expect(Object.values(policy).flat().join(' ')).not.toMatch(/unsafe|\*|https?:/)
    }
  })

  it('goes with the rest: no guessing of types, no frames, https for good in production', async () => {
    const { headers } = await fetch(`${pagesUrl}/`, { headers: { accept: 'text/html' } })
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    expect(policyOf(headers)).toHaveProperty('upgrade-insecure-requests')
    expect(headers.get('x-powered-by')).toBeNull()
  })
})

it('a file people sent is answered as what its content is, and one that a page could hide in is only saved', async () => {
  const { orderId } = await makeRunningOrder(house, town, { images: 1, realImages: true })
  await jobs['draw-pictures'](house.world, { orderId })
  const client = await asPerson(house, town.people.client)
  const query = (sql: string) => house.world.db.pool.query(sql)
  // Whatever its name or the browser's wish says.
  await query(`UPDATE order_item SET name = 'page.html'`)
  const [item] = (await client(listItems, { params: { orderId } })).answer.rows
  const open = async () => {
    const { status, headers } = await fetch(new URL(item?.thumbnailUrl ?? '', house.url), {
      headers: { accept: 'text/html' },
    })
    expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
    return [headers.get('content-type'), headers.get('content-disposition')]
  }
  expect(await open()).toEqual(['image/webp', null])
  for (const kind of ['text/html', 'image/svg+xml', 'application/xhtml+xml; charset=utf-8', 'text/javascript']) {
    await query(`UPDATE file_derivative SET content_type = '${kind}'`)
    await query(`UPDATE stored_file SET content_type = '${kind}'`)
    expect([kind, ...(await open())]).toEqual([kind, 'application/octet-stream', 'attachment'])
  }
})
