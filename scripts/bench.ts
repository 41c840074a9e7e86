/**
 * npm run bench                 runs tests/bench/*.ts one after the other on a durable scratch database; worst ratio first
 * npm run bench -- claim        only the files with this word in their name
 */
import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { badness, type Ratio, ratioLine, readRatio } from '../tests/support/ratio.ts'
import { root } from './places.ts'
import { withScratchServer } from './scratch-database.ts'

function runBench(file: string): Promise<{ ratios: Ratio[]; code: number }> {
  return new Promise((done) => {
    const command = ['--expose-gc', '--import', 'tsx', join(root, 'tests/bench', file)]
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    const ratios: Ratio[] = []
    createInterface(child.stdout).on('line', (line) => {
      const ratio = readRatio(line)
      if (ratio) ratios.push(ratio)
      console.log(ratio ? ratioLine(ratio) : line)
    })
    child.once('close', (code) => done({ ratios, code: code ?? 1 }))
  })
}

const words = process.argv.slice(2)
const files = (await readdir(join(root, 'tests/bench')).catch(() => []))
  .filter((name) => name.endsWith('.ts') && (words.length === 0 || words.some((word) => name.includes(word))))
  .sort()

// What is measured is what people get: commits that reach the disk.
process.env.TSUMUGI_TEST_DURABLE = '1'
const all: Ratio[] = []
await withScratchServer(async () => {
  for (const file of files) {
    console.log(`\n${file}`)
    const { ratios, code } = await runBench(file)
    all.push(...ratios)
    if (code !== 0 || ratios.length === 0) {
      console.log(`${file} ${code === 0 ? 'measured nothing' : `ended with code ${code}`}`)
      process.exitCode = 1
    }
  }
})
console.log('\nWorst first:')
for (const ratio of all.sort((a, b) => badness(b) - badness(a))) console.log(ratioLine(ratio))
if (all.length === 0 || all.some((ratio) => badness(ratio) > 1)) process.exitCode = 1
