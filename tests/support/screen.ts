import { io, type Socket } from 'socket.io-client'
import type { Changed, LiveTopic } from '../../kit/contract/live.ts'
import type { House } from './house.ts'

/** An open screen: a socket that remembers what it heard. */
export interface Screen {
  socket: Socket
  heard: Changed[]
  watch(topic: LiveTopic, id: string): void
  /** Everything sent before has been handled when this returns. */
  settled(): Promise<void>
  /** The action names heard so far. */
  actions(): string[]
}

/** Connects with a token; rejects with the refusal's code when it is turned away. */
export async function openScreen(house: House, token: string): Promise<Screen> {
  const socket = io(house.url, { auth: { token }, transports: ['websocket'], reconnection: false, forceNew: true })
  const heard: Changed[] = []
  socket.on('changed', (change: Changed) => heard.push(change))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject(error)
    })
  })
  return {
    socket,
    heard,
    watch: (topic, id) => socket.emit('watch', { topic, id }),
    // Across processes a change travels within 20 ms and a round to the database.
    settled: () => new Promise((resolve) => setTimeout(resolve, 250)),
    actions: () => heard.map(({ action }) => action),
  }
}

/** Resolves when the server has dropped the screen. */
export function dropped(screen: Screen): Promise<string> {
  return new Promise((resolve) => {
    if (!screen.socket.connected) resolve('already')
    screen.socket.once('disconnect', resolve)
  })
}
