import { failureOf, Unreachable } from './refused.ts'

export interface UploadOptions {
  /** Called with the share sent, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

interface Form {
  url: string
  method: string
  token: string | null
  fields: unknown
  file: File
}

/** Sends one file as `multipart/form-data`. XMLHttpRequest, because fetch cannot tell how much has gone out. */
export function sendForm<Answer>(form: Form, { onProgress, signal }: UploadOptions = {}): Promise<Answer> {
  const body = new FormData()
  // Fields first: the server reads the stream in order and wants them before the bytes.
  for (const [key, value] of Object.entries(form.fields ?? {})) {
    if (value !== undefined && value !== null)
      body.append(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  body.append('file', form.file, form.file.name)
  return sendBody({ ...form, body }, { ...(onProgress && { onProgress }), ...(signal && { signal }) })
}

interface Body {
  url: string
  method: string
  token: string | null
  body: FormData | Blob
}

/** Sends a body and tells how much of it has gone out. */
export function sendBody<Answer>(sent: Body, { onProgress, signal }: UploadOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(sent.method, sent.url)
    request.withCredentials = true
    request.responseType = 'json'
    if (sent.token) request.setRequestHeader('authorization', `Bearer ${sent.token}`)
    if (sent.body instanceof Blob) request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total)
    }
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Answer)
      else reject(failureOf(request.status, request.response))
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new DOMException('The upload was given up', 'AbortError'))
    if (signal?.aborted) return reject(new DOMException('The upload was given up', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(sent.body)
  })
}
