// Builds the server and both screens from packages that are installed already, for the container image.
import './check-node.mjs'

const { buildStale, generateClient, giveUp } = await import('./prepare.mjs')
try {
  await generateClient()
  await buildStale()
} catch (error) {
  giveUp(error)
}
