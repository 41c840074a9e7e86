/** A process of its own that serves the API on a house's database; started by `startApiProcess`, ended with its parent. */
import { systemClock } from '../../api/src/kernel/clock.ts'
import { openLog } from '../../api/src/log.ts'
import { openServer } from '../../api/src/open-server.ts'
import { openWorld } from '../../api/src/open-world.ts'
import { readSettings } from '../../api/src/settings.ts'

const databaseUrl = process.env.DATABASE_URL ?? ''
// One person of a race takes what a whole town would.
const settings = { ...readSettings(process.env), claimedMax: 100_000 }
const world = await openWorld(settings, { databaseUrl, clock: systemClock, log: openLog('error') })
const { server, close } = await openServer(world, { databaseUrl })
server.keepAliveTimeout = 120_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : null })
})
process.on('disconnect', () => process.exit())
// As api/src/main.ts stops.
process.on('SIGTERM', () => {
  void close(15)
    .then(() => world.close())
    .then(() => process.exit(0))
})
