import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { Download } from './command.ts'
import { askedRange } from './range-rules.ts'

/** What a browser shows or saves without running anything in it; whatever else is stored one day is only saved. */
const harmless = /^(image\/(jpeg|png|webp)|application\/(json|pdf|zip)|text\/(csv|plain)|audio\/\w+)(;|$)/

/** Streams a file, or the part asked for, with its headers; an unchanged one is answered with 304. */
export async function sendDownload(request: Request, response: Response, download: Download): Promise<void> {
  const etag = `"${download.etag}"`
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', `private, max-age=${download.maxAgeSeconds}, immutable`)
  response.setHeader('Accept-Ranges', 'bytes')
  if (request.headers['if-none-match'] === etag) {
    response.status(304).end()
    return
  }
  const { bytes } = download
  const asked = askedRange(request.headers.range, { bytes, etag }, request.headers['if-range'] as string | undefined)
  if (asked === 'unsatisfiable') {
    response.status(416).setHeader('Content-Range', `bytes */${bytes}`).end()
    return
  }
  const part = asked === 'whole' ? { from: 0, to: bytes } : asked
  if (asked !== 'whole') {
    response.status(206).setHeader('Content-Range', `bytes ${part.from}-${part.to - 1}/${bytes}`)
  }
  const isHarmless = harmless.test(download.contentType)
  // Before the type is set: it guesses one from the name.
  if (download.fileName !== null) response.attachment(download.fileName)
  else if (!isHarmless) response.attachment()
  response.setHeader('Content-Type', isHarmless ? download.contentType : 'application/octet-stream')
  response.setHeader('Content-Length', String(part.to - part.from))
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  if (part.from === 0) await download.begun?.()
  try {
    await pipeline(download.stream(asked === 'whole' ? undefined : part), response)
  } catch (error) {
    // The reader went away: nothing to tell anybody.
    if (!response.destroyed) throw error
  }
}
