// Read by any Node, however old, so that the message below appears instead of a syntax error.
const needed = [20, 19]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Tsumugi needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}. ` +
      'Install the current LTS version from https://nodejs.org and run the command again.',
  )
  process.exit(1)
}
