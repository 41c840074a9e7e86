import { Agent, createServer, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** A balancer before several API processes. */
export interface Proxy {
  url: string
  /** Ports of the processes behind it; may be changed at any time. */
  ports: number[]
  /** How many WebSockets each port holds now. */
  sockets: Map<number, number>
  /** Requests over which a process died: it answered 502 itself. */
  badGateways: number
  close(): Promise<void>
}

interface Answered {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
}

/**
 * Starts a balancer: requests and WebSockets go to one process after the other, over connections that are kept open. A
 * process that takes no connection is passed over; nothing that may have reached one is sent a second time.
 * `loses` says of a request that its answer gets lost on the way to the person.
 */
export async function startRoundRobinProxy(
  ports: readonly number[],
  loses: (asked: IncomingMessage) => boolean,
): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true })
  const clients = new Set<Socket>()
  let turn = 0
  /** The first that does not refuse, from the port on whose turn it is. */
  async function firstOpen<T>(tried: (port: number) => Promise<T | 'refused'>): Promise<T> {
    const from = turn++ % proxy.ports.length
    for (const port of [...proxy.ports.slice(from), ...proxy.ports.slice(0, from)]) {
      const found = await tried(port)
      if (found !== 'refused') return found
    }
    throw new Error('no process takes a connection')
  }

  const server = createServer((asked, answer) => {
    const passed = buffer(asked).then((body) => firstOpen((port) => ask(agent, port, asked, body)))
    passed.then(
      (answered) => {
        if (loses(asked)) asked.socket.destroy()
        else answer.writeHead(answered.status, answered.headers).end(answered.body)
      },
      () => {
        proxy.badGateways++
        answer.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>')
      },
    )
  })
  server.on('upgrade', (asked: IncomingMessage, client: Socket) => {
    clients.add(client)
    client.once('close', () => clients.delete(client))
    firstOpen(knock).then(
      (line) => splice(proxy.sockets, line, client, asked),
      () => client.destroy(),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const proxy: Proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ports: [...ports],
    sockets: new Map(),
    badGateways: 0,
    async close() {
      agent.destroy()
      server.closeAllConnections()
      for (const client of clients) client.destroy()
      await new Promise((ended) => server.close(ended))
    },
  }
  return proxy
}

/** Asks a process; rejects when it died over the request. */
function ask(agent: Agent, port: number, asked: IncomingMessage, body: Buffer): Promise<Answered | 'refused'> {
  const { method, url: path, headers } = asked
  return new Promise((resolve, reject) => {
    const asking = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
      const { 'transfer-encoding': _, connection: _own, ...passedOn } = answer.headers
      const done = (whole: Buffer) => resolve({ status: answer.statusCode ?? 502, headers: passedOn, body: whole })
      buffer(answer).then(done, reject)
    })
    asking.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' ? resolve('refused') : reject(error),
    )
    asking.end(body)
  })
}

/** A connection of its own to a process. */
function knock(port: number): Promise<Socket | 'refused'> {
  return new Promise((resolve) => {
    const line = connect(port, '127.0.0.1', () => resolve(line))
    line.on('error', () => resolve('refused'))
  })
}

/** Ties a person's WebSocket to a process, until either hangs up. */
function splice(sockets: Proxy['sockets'], line: Socket, client: Socket, asked: IncomingMessage): void {
  const port = line.remotePort ?? 0
  const count = (by: number) => sockets.set(port, (sockets.get(port) ?? 0) + by)
  count(1)
  line.once('close', () => {
    count(-1)
    client.destroy()
  })
  client.once('close', () => line.destroy()).on('error', () => {})
  const headers = asked.rawHeaders.map((text, index) => (index % 2 === 0 ? `\r\n${text}: ` : text)).join('')
  line.write(`GET ${asked.url} HTTP/1.1${headers}\r\n\r\n`)
  line.pipe(client).pipe(line)
}
