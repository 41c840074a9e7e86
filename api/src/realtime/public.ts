// What the server may call.
export { openSockets, type Sockets } from './open-sockets.ts'
