import type { RequestHandler } from 'express'
import type { World } from '../world.ts'

/** A balancer asks every few seconds; whoever takes longer is not ready. */
const answerMs = 2_000
/** No file has this name; to be told so, the store must be there. */
const nobodysFile = '0'.repeat(64)

/** `/readyz`: whether requests should come here. Not while the database or the file store is away, nor while the server stops. */
export function readiness(world: World, isStopping: () => boolean): RequestHandler {
  return async (_request, response) => {
    const [database, files] = await Promise.all([
      answers(world.db.rows.$queryRaw`SELECT 1`),
      answers(world.files.bytesOf(nobodysFile)),
    ])
    const isReady = database && files && !isStopping()
    response.status(isReady ? 200 : 503).json({ ready: isReady, database, files, stopping: isStopping() })
  }
}

async function answers(asked: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), answerMs)
  })
  const answered = asked.then(
    () => true,
    () => false,
  )
  const result = await Promise.race([answered, late])
  clearTimeout(timer)
  return result
}
