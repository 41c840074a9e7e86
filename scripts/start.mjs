// npm start: installs, generates and builds what is missing or stale, then runs the server in this process.
import './check-node.mjs'

const { buildStale, endWithNpm, generateClient, giveUp, installMissing, root } = await import('./prepare.mjs')
process.chdir(root)
try {
  await installMissing()
  await generateClient()
  await buildStale()
} catch (error) {
  giveUp(error)
}
endWithNpm(() => process.kill(process.pid, 'SIGTERM'))
process.setSourceMapsEnabled(true)
await import('../api/dist/main.js')
