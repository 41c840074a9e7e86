import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../api/src/app.ts'
import { mountScreens, type ScreenFolders } from '../../api/src/http/screens.ts'
import { type House, openHouse } from '../support/house.ts'
import { rawRequest } from '../support/raw-request.ts'

describe('the screens’ files', () => {
  let house: House
  let server: Server
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tsumugi-screens-'))
    await writeFile(join(folder, 'secret.txt'), 'SECRET')
    for (const name of ['workers', 'office']) {
      await mkdir(join(folder, name, 'assets'), { recursive: true })
      await writeFile(join(folder, name, 'index.html'), `<p>page of ${name}</p>`)
      await writeFile(join(folder, name, '.env'), 'SECRET')
      await writeFile(join(folder, name, 'assets', 'main-1a2b3c.js'), '1')
    }
    house = await openHouse()
    server = await serving({ workers: join(folder, 'workers'), office: join(folder, 'office') })
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await house.close()
    await rm(folder, { recursive: true })
  })
  const serving = (folders: ScreenFolders): Promise<Server> =>
    new Promise((resolve) => {
      const app = createApp(house.world, house.authenticate, [], {
        mountScreens: (each) => mountScreens(each, folders),
      })
      const opened = createServer(app).listen(0, '127.0.0.1', () => resolve(opened))
    })
  const raw = (path: string, accept = 'text/html') =>
    rawRequest(server, `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: ${accept}\r\nConnection: close\r\n\r\n`)

  it('answer a page for every address of a page, each at its own place', async () => {
    expect(await raw('/')).toContain('page of workers')
    expect(await raw('/work/some-id')).toContain('page of workers')
    expect(await raw('/office')).toContain('page of office')
    expect(await raw('/office/orders/1?x=1')).toContain('page of office')
    expect(await raw('/')).toMatch(/cache-control: no-cache/i)
    expect(await raw('/assets/main-1a2b3c.js')).toMatch(/cache-control: public, max-age=31536000, immutable/i)
    expect(await raw('/assets/gone.js', '*/*')).toMatch(/^HTTP\/1.1 404/)
  })

  it('never anything outside their folder or hidden in it', async () => {
    const paths = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/office/../secret.txt',
      '/office/%2e%2e%2f%2e%2e%2fsecret.txt',
      '/.env',
      '/office/.env',
      '/assets/%00.js',
      '//etc/passwd',
      '/%c0%ae%c0%ae/secret.txt',
    ]
    for (const path of paths) {
      for (const accept of ['text/html', '*/*']) {
        const seen = await raw(path, accept)
        expect([path, seen.includes('SECRET'), seen.includes('root:')]).toEqual([path, false, false])
        expect(seen).not.toMatch(/^HTTP\/1.1 5/)
      }
    }
  })

  it('say kindly that they are not built', async () => {
    const bare = await serving({ workers: join(folder, 'nowhere'), office: join(folder, 'nowhere') })
    const request = 'GET / HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n'
    const seen = await rawRequest(bare, request)
    expect(seen).toMatch(/^HTTP\/1.1 503/)
    expect(seen).toContain('npm start')
    bare.close()
  })
})
