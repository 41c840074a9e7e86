// What the server may call.
export { openSockets } from './open-sockets.ts'
