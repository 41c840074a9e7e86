import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import type { Download } from './command.ts'

/** Streams a file with its headers; an unchanged one is answered with 304. */
export async function sendDownload(request: Request, response: Response, download: Download): Promise<void> {
  const etag = `"${download.etag}"`
  response.setHeader('ETag', etag)
  response.setHeader('Cache-Control', `private, max-age=${download.maxAgeSeconds}, immutable`)
  if (request.headers['if-none-match'] === etag) {
    response.status(304).end()
    return
  }
  response.setHeader('Content-Type', download.contentType)
  response.setHeader('Content-Length', String(download.bytes))
  if (download.fileName !== null) response.attachment(download.fileName)
  try {
    await pipeline(download.stream(), response)
  } catch (error) {
    // The reader went away: nothing to tell anybody.
    if (!response.destroyed) throw error
  }
}
