/** npm run generate: writes every file that is made from the code. With --check it only says which ones differ. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { firstDifference } from './first-difference.ts'
import { generatedFiles } from './generated-files.ts'
import { root } from './places.ts'

const onlyCheck = process.argv.includes('--check')
for (const { path, text, committed } of await generatedFiles()) {
  if (committed === text) {
    console.log(`${path}: as committed`)
  } else if (onlyCheck) {
    console.log(`${path}: differs from the code. Run npm run generate and commit the result.`)
    console.log(firstDifference(committed ?? '', text))
    process.exitCode = 1
  } else {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
    console.log(`${path}: written`)
  }
}
