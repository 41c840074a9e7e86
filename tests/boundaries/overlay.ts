import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../scripts/places.ts'

/** A small house beside the real one, with the real rules and packages and only the files given. */
export interface Overlay {
  folder: string
  remove(): Promise<void>
}

const rulesFiles = ['.dependency-cruiser.cjs', '.oxlintrc.json', 'tsconfig.json', 'package.json']

/** Makes a house in a temporary folder from these files, by path. */
export async function plant(files: Record<string, string>): Promise<Overlay> {
  const folder = await mkdtemp(join(tmpdir(), 'tsumugi-overlay-'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const name of rulesFiles) await cp(join(root, name), join(folder, name))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
