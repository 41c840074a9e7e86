import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { withFileLock } from '../../api/src/db/folder-lock.ts'
import type { House } from './house.ts'

const root = resolve(import.meta.dirname, '../..')
/** One of this folder's programs in one file, made once per run: it starts in a third of the time. */
async function bundled(program: string): Promise<string> {
  const folder = join(process.env.TSUMUGI_TEST_FOLDER ?? '', 'programs')
  const outfile = join(folder, `${program}.js`)
  await mkdir(folder, { recursive: true })
  await withFileLock(join(folder, 'bundle.lock'), async () => {
    if (existsSync(outfile)) return
    const packages = join(folder, 'node_modules')
    if (!existsSync(packages)) await symlink(join(root, 'node_modules'), packages)
    await build({
      absWorkingDir: root,
      entryPoints: [join(import.meta.dirname, `${program}.ts`)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      alias: { '@tsumugi/kit': join(root, 'kit') },
      logLevel: 'silent',
    })
  })
  return outfile
}

/** Starts one of this folder's programs on the house's database, with the house's files and secrets. */
export async function startProcess(
  house: House,
  program: 'api-process' | 'job-process',
  args: string[] = [],
): Promise<ChildProcess> {
  const { DATABASE_URL: _other, ...env } = process.env
  return fork(await bundled(program), args, {
    env: {
      ...env,
      NODE_ENV: 'test',
      DATABASE_URL: house.databaseUrl,
      DATA_FOLDER: house.world.settings.dataFolder,
    },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}
