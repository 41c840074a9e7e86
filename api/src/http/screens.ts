import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type Express, type Request, type RequestHandler } from 'express'
import { Refusal } from '../kernel/refusal.ts'

/** Where the built screens lie. */
export interface ScreenFolders {
  /** At `/`: workers and directors. */
  workers: string
  /** At `/office/`: office, payroll, coordinators, clients, partners, municipalities. */
  office: string
}

/** Serves both built screens: named files as they are, every other address of a page as the page itself. */
export function mountScreens(app: Express, folders: ScreenFolders): void {
  app.use('/office', screen(folders.office))
  app.use('/', screen(folders.workers))
}

function screen(folder: string): RequestHandler {
  const page = join(folder, 'index.html')
  const router = express.Router()
  // Vite puts a hash of the content into these names: a name never changes its content.
  const hashed = { index: false, redirect: false, immutable: true, maxAge: '1y', fallthrough: true } as const
  const others = { index: false, redirect: false, cacheControl: false, setHeaders: revalidated } as const
  router.use('/assets', express.static(join(folder, 'assets'), hashed))
  router.use(express.static(folder, others))
  router.use((request, response) => {
    if (!asksForPage(request)) throw new Refusal('route.not_found')
    if (!existsSync(page)) {
      response.status(503).type('html').send(notBuilt)
      return
    }
    revalidated(response)
    response.sendFile(page, { cacheControl: false })
  })
  return router
}

function revalidated(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache')
}

/** Somebody opening or reloading a page, and not a script looking for a file that is not there. */
function asksForPage(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  return (request.headers.accept ?? '').includes('text/html')
}

const notBuilt = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>Tsumugi</title></head><body>
<h1>画面はまだできていません</h1>
<p>このフォルダーで <code>npm start</code> を実行すると、画面をつくってから始まります。</p>
<h1 lang="en">The screens are not built yet</h1>
<p lang="en">Run <code>npm start</code> in this folder: it builds them and then starts.</p>
</body></html>
`
