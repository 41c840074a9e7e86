import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/places.ts'

/** Runs one of the installed tools with `folder` as its working folder and answers what it printed and how it ended. */
export function runTool(folder: string, program: string, args: string[]): Promise<{ printed: string; code: number }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 90_000,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    })
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    child.once('error', fail)
    child.once('close', (code) => done({ printed, code: code ?? 1 }))
  })
}
