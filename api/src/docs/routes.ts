import { readFile } from 'node:fs/promises'
import express, { type Router } from 'express'
import { docsPage, type OpenApi } from './docs-page.ts'
import { docsStyle } from './docs-style.ts'
import type { DocsLanguage } from './docs-words.ts'

/** /api/docs and /api/openapi.json, for whoever connects a system; `openapiFile` is read once. */
export function docsRouter(openapiFile: string): Router {
  const router = express.Router()
  let read: Promise<OpenApi> | null = null
  const openapi = () => {
    read ??= readFile(openapiFile, 'utf8').then((json) => JSON.parse(json) as OpenApi)
    return read
  }
  router.get('/docs', async (request, response) => {
    const { lang } = request.query
    const wished: DocsLanguage = lang === 'ja' || lang === 'en' ? lang : preferred(request.acceptsLanguages('ja', 'en'))
    response.setHeader('Cache-Control', 'no-cache').setHeader('Vary', 'Accept-Language')
    response.type('html').send(docsPage(await openapi(), wished))
  })
  router.get('/docs.css', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache').type('css').send(docsStyle)
  })
  router.get('/openapi.json', async (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache').json(await openapi())
  })
  return router
}

function preferred(language: string | false): DocsLanguage {
  return language === 'en' ? 'en' : 'ja'
}
