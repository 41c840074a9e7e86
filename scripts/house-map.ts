import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { endpoints } from '../kit/contract/all.ts'
import { eventSentences } from '../kit/contract/events.ts'
import { eventOfAction, fileOfEndpoint } from './past-tense.ts'
import { root } from './places.ts'

/** One endpoint with everything that carries its name. */
export interface MappedEndpoint {
  name: string
  slice: string
  method: string
  path: string
  summary: string
  action: string | null
  /** null when the endpoint only reads. */
  event: string | null
  /** Path of the command's file, or null when it is not there. */
  file: string | null
  tests: string[]
}

/** A source file with its text; paths are below the project's folder, with forward slashes. */
export interface SourceFile {
  path: string
  text: string
}

const skipped = /(^|\/)(node_modules|dist|generated|\.vite|fixtures)(\/|$)/

/** Every TypeScript file below these folders. */
export async function sourceFiles(folders: string[]): Promise<SourceFile[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true }).catch(() => [])
      return names.map((name) => join(folder, name).split(sep).join('/'))
    }),
  )
  const paths = found.flat().filter((path) => /\.tsx?$/.test(path) && !skipped.test(path))
  return Promise.all(paths.sort().map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })))
}

/** Every endpoint of the contract, in its order, with its command's file, event and tests. */
export async function mapEndpoints(): Promise<MappedEndpoint[]> {
  const files = await sourceFiles(['api/src', 'tests'])
  const paths = new Set(files.map(({ path }) => path))
  const tests = files.filter(({ path }) => path.endsWith('.test.ts'))
  return endpoints.map(({ slice, endpoint }) => {
    const file = `api/src/${fileOfEndpoint(slice)}/${fileOfEndpoint(endpoint.name)}.ts`
    const event = endpoint.action ? eventOfAction(endpoint.action) : ''
    const own = `${fileOfEndpoint(endpoint.name)}.test.ts`
    const naming = new RegExp(`\\b${endpoint.name}\\b`)
    const about = tests.filter(({ path, text }) => basename(path) === own || naming.test(text))
    return {
      name: endpoint.name,
      slice,
      method: endpoint.method,
      path: endpoint.path,
      summary: endpoint.summary,
      action: endpoint.action,
      event: event in eventSentences ? event : null,
      file: paths.has(file) ? file : null,
      tests: about.map(({ path }) => relative('', path).split(sep).join('/')),
    }
  })
}
