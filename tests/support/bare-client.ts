import { connect, type Socket } from 'node:net'

/** What a bare request came to; `status` 0: the connection broke and nobody knows what became of it. */
export interface BareAnswer {
  status: number
  body: unknown
}

const broken: BareAnswer = { status: 0, body: null }
const headEnd = Buffer.from('\r\n\r\n')

/** One kept-open connection that asks and waits, one request at a time. */
class Line {
  readonly #port: number
  #socket: Socket | null = null
  #received: Buffer = Buffer.alloc(0)
  #answered: ((answer: BareAnswer) => void) | null = null

  constructor(port: number) {
    this.#port = port
  }

  ask(request: string): Promise<BareAnswer> {
    return new Promise((resolve) => {
      this.#answered = resolve
      this.#socket ??= this.#open()
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket?.destroy()
  }

  #open(): Socket {
    const socket = connect(this.#port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.on('data', (part: Buffer) => this.#hear(part))
    socket.on('error', () => {})
    socket.on('close', () => {
      this.#socket = null
      this.#received = Buffer.alloc(0)
      this.#answer(broken)
    })
    return socket
  }

  #hear(part: Buffer): void {
    this.#received = this.#received.length === 0 ? part : Buffer.concat([this.#received, part])
    const end = this.#received.indexOf(headEnd)
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const bytes = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN)
    // Our own short JSON answers always say their length.
    if (Number.isNaN(bytes)) return void this.#socket?.destroy()
    const start = end + headEnd.length
    if (this.#received.length < start + bytes) return
    const text = this.#received.toString('utf8', start, start + bytes)
    this.#received = this.#received.subarray(start + bytes)
    this.#answer({ status: Number(head.slice(9, 12)), body: text === '' ? null : JSON.parse(text) })
  }

  #answer(answer: BareAnswer): void {
    const answered = this.#answered
    this.#answered = null
    answered?.(answer)
  }
}

/**
 * Sends JSON over so many kept-open connections with as little work as possible, for races and measurements:
 * what is measured is to be the server and not the one who asks.
 */
export class BareClient {
  readonly #lines: Line[]
  readonly #idle: Line[]
  readonly #waiting: ((line: Line) => void)[] = []

  constructor(port: number, connections: number) {
    this.#lines = Array.from({ length: connections }, () => new Line(port))
    this.#idle = [...this.#lines]
  }

  /** Asks once, when a connection is free. Broken connections are an answer too: status 0. */
  async ask(method: string, path: string, token: string, body?: unknown): Promise<BareAnswer> {
    const line = this.#idle.pop() ?? (await new Promise<Line>((resolve) => this.#waiting.push(resolve)))
    const payload = body === undefined ? '' : JSON.stringify(body)
    const answer = await line.ask(
      `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n` +
        `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n\r\n${payload}`,
    )
    const next = this.#waiting.shift()
    if (next) next(line)
    else this.#idle.push(line)
    return answer
  }

  close(): void {
    for (const line of this.#lines) line.close()
  }
}
