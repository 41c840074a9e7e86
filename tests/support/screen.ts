import { io, type Socket } from 'socket.io-client'
import type { Changed, LiveTopic } from '../../kit/contract/live.ts'
import type { House } from './house.ts'

/** Told to one person only, to know that what came before has arrived. */
const marker = 'test.marker'

/** An open screen: a socket that remembers what it heard. */
export interface Screen {
  socket: Socket
  heard: Changed[]
  /** Resolves when the server has looked whether this person may. */
  watch(topic: LiveTopic, id: string): Promise<void>
  /** Everything `from` told before has been heard, or will never be, when this returns. */
  settled(from: House): Promise<void>
  /** The action names heard so far. */
  actions(): string[]
}

/** Connects with a token; rejects with the refusal's code when it is turned away. */
export async function openScreen(house: House, personId: string, token?: string): Promise<Screen> {
  const auth = { token: token ?? (await house.tokenOf(personId)) }
  const socket = io(house.url, { auth, transports: ['websocket'], reconnection: false, forceNew: true })
  const heard: Changed[] = []
  let marked: () => void = () => {}
  socket.on('changed', (change: Changed) => {
    if (change.action === marker) marked()
    else heard.push(change)
  })
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
    watch: async (topic, id) => void (await socket.timeout(20_000).emitWithAck('watch', { topic, id })),
    settled: (from) =>
      new Promise((resolve) => {
        marked = resolve
        // Changes are told in order, so whoever hears this one has heard all before it.
        const nowhere = { orderId: null, teamId: null, assignmentId: null }
        from.world.publish([{ ...nowhere, action: marker, personId }])
      }),
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
