// npm run dev: the server restarts and both screens change in place while files are edited.
import './check-node.mjs'

const { endWithNpm, generateClient, giveUp, installMissing, root, say } = await import('./prepare.mjs')
process.chdir(root)
try {
  await installMissing()
  await generateClient()
} catch (error) {
  giveUp(error)
}

const { spawn } = await import('node:child_process')
const { watch } = await import('node:fs')
const { join } = await import('node:path')
const { createServer } = await import('vite')

const apiPort = process.env.PORT ?? '3000'
const api = `http://127.0.0.1:${apiPort}`
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const server = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'api/src/main.ts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, PORT: apiPort },
})

let pending
watch(join(root, 'prisma/schema'), () => {
  clearTimeout(pending)
  pending = setTimeout(() => generateClient().catch((error) => console.error(error.message)), 200)
})

const proxy = { '/api': api, '/healthz': api, '/socket.io': { target: api, ws: true } }
const screens = await Promise.all(
  [
    ['worker-ui', 5173],
    ['admin-ui', 5174],
  ].map(async ([folder, port]) => {
    const vite = await createServer({ root: join(root, folder), server: { port, host: '127.0.0.1', proxy } })
    await vite.listen()
    say(`${folder}: ${vite.resolvedUrls?.local[0] ?? `port ${vite.config.server.port}`}`)
    return vite
  }),
).catch((error) => {
  server.kill()
  giveUp(error)
})

async function end() {
  await Promise.all(screens.map((vite) => vite.close()))
  if (server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((done) => server.once('exit', done))
    server.kill('SIGTERM')
    await gone
  }
  process.exit(0)
}
// Vite ends the process on SIGTERM by itself, which would leave the server behind.
process.removeAllListeners('SIGTERM')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end)
endWithNpm(end)
