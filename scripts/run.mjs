// Runs scripts/NAME.ts after installing and generating what it needs: node scripts/run.mjs NAME [arguments]
import './check-node.mjs'

const { endWithNpm, generateClient, giveUp, installMissing, root } = await import('./prepare.mjs')
try {
  await installMissing()
  await generateClient()
} catch (error) {
  giveUp(error)
}
const { spawn } = await import('node:child_process')
const { join } = await import('node:path')
const [name, ...args] = process.argv.slice(2)
const command = ['--import', 'tsx', join(root, 'scripts', `${name}.ts`), ...args]
const child = spawn(process.execPath, command, { stdio: 'inherit', cwd: root })
// Ctrl+C reaches the child by itself; it ends first, and tidies up.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
endWithNpm(() => child.kill('SIGTERM'))
child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
