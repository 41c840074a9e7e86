// Plain JavaScript without packages: it runs before any package is there.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contentHash, isFresh, stamp } from './content-hash.mjs'

/** The project's own folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Prints what goes on, in plain words. */
export function say(line) {
  console.log(`  ${line}`)
}

/** Runs a program and rejects with everything it printed when it fails. */
export function run(command, args, options = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let printed = ''
    child.stdout.on('data', (chunk) => (printed += chunk))
    child.stderr.on('data', (chunk) => (printed += chunk))
    child.once('error', fail)
    child.once('exit', (code) => {
      if (code === 0) done(printed)
      else
        fail(new Error(`${[command, ...args].join(' ')} failed:\n${printed.trim().split('\n').slice(-40).join('\n')}`))
    })
  })
}

/** Says what is done, does it, and says how long it took. */
async function step(sentence, work) {
  const began = performance.now()
  say(`${sentence} …`)
  await work()
  say(`${sentence}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

/** Whether node_modules holds every package of the lock file, whoever put them there. */
function holdsLockedPackages(lock) {
  let installed
  try {
    installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages
  } catch {
    return false
  }
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') || wanted.link) return true
    const found = installed[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer)
  })
}

/** Installs what the lock file names, unless it is there already. */
export async function installMissing() {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const lock = JSON.parse(text)
  const stampFile = join(root, 'node_modules/.tsumugi-lock')
  const hash = contentHash(root, ['package-lock.json', 'package.json', '.npmrc'])
  if (isFresh(stampFile, hash)) return
  if (!holdsLockedPackages(lock)) {
    const count = Object.keys(lock.packages).filter((path) => path.startsWith('node_modules/')).length
    await step(`Installing ${count} packages from the lock file (once; a minute or two)`, async () => {
      const npm = process.env.npm_execpath
      const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
      const viaNode = npm && /\.[cm]?js$/.test(npm)
      // NODE_ENV=production would leave out the packages that build the screens.
      const env = { ...process.env, NODE_ENV: 'development' }
      await (viaNode
        ? run(process.execPath, [npm, ...args], { env })
        : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env, shell: process.platform === 'win32' }))
    })
  }
  stamp(stampFile, hash)
}

/** Generates the database client when the schema is newer. */
export async function generateClient() {
  const stampFile = join(root, '.data/stamps/prisma-client')
  const hash = contentHash(root, ['prisma/schema', 'node_modules/prisma/package.json'])
  const made = join(root, 'api/src/db/generated')
  if (isFresh(stampFile, hash) && existsSync(join(made, 'client.ts'))) return
  await step('Generating the database client', async () => {
    rmSync(stampFile, { force: true })
    // Generating needs no engine, yet Prisma would download one; any program that exists stops it.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' }
    await run(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'], { env })
  })
  stamp(stampFile, hash)
}

/** Rejects with every text that one of the two languages lacks; `more` are further files with words. */
export async function checkWords(more = []) {
  const { build } = await import('esbuild')
  const files = readdirSync(join(root, 'kit/words'))
    .filter((name) => name.endsWith('.ts') && !/^(use-|words\.|language\.|format)|\.test\./.test(name))
    .map((name) => join(root, 'kit/words', name))
  const lines = [...files, ...more].map((file, index) => `export * as area${index} from ${JSON.stringify(file)}`)
  const catalogues = ['refusals.ts', 'events.ts'].map((name) => JSON.stringify(join(root, 'kit/contract', name)))
  const contents = `${lines.join('\n')}
    export { refusals, fieldProblems } from ${catalogues[0]}
    export { eventSentences } from ${catalogues[1]}
    export { wordProblems } from ${JSON.stringify(join(root, 'scripts/word-problems.ts'))}`
  const options = { bundle: true, write: false, platform: 'node', format: 'esm', logLevel: 'silent' }
  const built = await build({ absWorkingDir: root, stdin: { contents, resolveDir: root }, ...options })
  const code = Buffer.from(built.outputFiles[0].text).toString('base64')
  const { wordProblems, refusals, fieldProblems, eventSentences, ...areas } = await import(
    `data:text/javascript;base64,${code}`
  )
  const inOne = Object.entries({ refusals, fieldProblems, eventSentences }).map(([name, texts]) => ({
    name,
    ja: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.ja])),
    en: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.en])),
  }))
  const all = [...Object.values(areas).flatMap((exports) => Object.values(exports)), ...inOne]
  const problems = all.filter((each) => each?.ja && each?.en).flatMap((each) => wordProblems(each.name, each))
  if (problems.length > 0) throw new Error(`Words are missing:\n${problems.join('\n')}`)
}

async function buildScreens(folder, sentence) {
  const stampFile = join(root, `.data/stamps/${folder}`)
  const hash = contentHash(root, [folder, 'kit', 'package-lock.json', 'tsconfig.json'])
  if (isFresh(stampFile, hash) && existsSync(join(root, folder, 'dist/index.html'))) return
  await step(sentence, async () => {
    rmSync(stampFile, { force: true })
    const env = { ...process.env, NODE_ENV: 'production' }
    await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
      cwd: join(root, folder),
      env,
    })
  })
  stamp(stampFile, hash)
}

async function buildServer() {
  const stampFile = join(root, '.data/stamps/api')
  const hash = contentHash(root, ['api', 'kit', 'prisma', 'package-lock.json', 'scripts/prepare.mjs'])
  if (isFresh(stampFile, hash) && existsSync(join(root, 'api/dist/main.js'))) return
  await step('Building the server', async () => {
    const { build } = await import('esbuild')
    await build({
      absWorkingDir: root,
      entryPoints: ['api/src/main.ts'],
      outfile: 'api/dist/main.js',
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      alias: { '@tsumugi/kit': join(root, 'kit') },
      sourcemap: true,
      logLevel: 'silent',
    })
  })
  stamp(stampFile, hash)
}

/** Builds both screens and the server, each only when its sources changed. */
export async function buildStale() {
  await checkWords()
  await buildServer()
  await Promise.all([
    buildScreens('worker-ui', 'Building the screens for workers'),
    buildScreens('admin-ui', 'Building the screens for the office and clients'),
  ])
}

/**
 * Calls `end` when npm was stopped: npm passes the signal to the shell it started us with, and that shell ends without
 * passing it on.
 */
export function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    end()
  }, 300)
  watch.unref()
}

/** Ends the process with the error in plain words. */
export function giveUp(error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
