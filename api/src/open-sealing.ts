import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assert } from './kernel/assert.ts'
import { newId } from './kernel/ids.ts'
import { makeSealing, newSealingKey, readSealingKeys, type Sealing } from './kernel/sealing.ts'
import type { Settings } from './settings.ts'

/** Seals with the keys of the settings; an installation that is only tried out makes itself one, once, in its data folder. */
export async function openSealing(settings: Settings): Promise<Sealing> {
  return makeSealing(settings.sealingKeys ?? (await ownKeys(settings.dataFolder)))
}

async function ownKeys(dataFolder: string) {
  const path = join(dataFolder, 'sealing-keys')
  const keys = readSealingKeys(await readFile(path, 'utf8').catch(() => makeKeyFile(dataFolder, path)))
  assert(keys, `${path} does not hold sealing keys`)
  return keys
}

/** Whole or not at all, and the first of several processes that start at once makes it. */
async function makeKeyFile(dataFolder: string, path: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true })
  const own = `${path}-${newId()}`
  await writeFile(own, `${newSealingKey('own')}\n`, { mode: 0o600 })
  try {
    await link(own, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(own)
  }
  return readFile(path, 'utf8')
}
