import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './places.ts'
import { withScratchServer } from './scratch-database.ts'

/** A file under `scripts/generate/`: which file it makes, and the text of it. */
interface Generator {
  path: string
  render(): Promise<string>
}

/** One file that is made from the code and committed, with the text it should have and the text it has. */
export interface GeneratedFile {
  path: string
  text: string
  /** null when it is not there yet. */
  committed: string | null
}

/** Renders every generated file and reads what is committed in its place. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const folder = join(root, 'scripts/generate')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()
  return withScratchServer(() =>
    Promise.all(
      names.map(async (name) => {
        const generator = (await import(pathToFileURL(join(folder, name)).href)) as Generator
        const committed = await readFile(join(root, generator.path), 'utf8').catch(() => null)
        return { path: generator.path, text: await generator.render(), committed }
      }),
    ),
  )
}
