// A small client of Tsumugi's API: places an order with the images of a folder, asks for a quote, and shows all orders.
// It needs Node.js 20 or newer and no packages:
//
//   TSUMUGI_URL=https://tsumugi.example.jp TSUMUGI_KEY=tsu_… node docs/example-client.mjs ./images '車の傷を囲む' 2026-12-24
//
// The key comes from "Connect" in the office's screens, with the scopes orders.read and orders.write.
import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const { TSUMUGI_URL = 'http://localhost:3000', TSUMUGI_KEY = '' } = process.env
const [folder, title, dueOn] = process.argv.slice(2)

/** Asks the API; a change carries a key of its own, so that asking again after a lost answer does nothing twice. */
async function ask(method, path, body) {
  const headers = { authorization: `Bearer ${TSUMUGI_KEY}` }
  if (method === 'POST') headers['idempotency-key'] = randomUUID()
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json'
  const sent = body === undefined || body instanceof FormData ? body : JSON.stringify(body)
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(new URL(path, TSUMUGI_URL), { method, headers, ...(sent && { body: sent }) })
      const answer = await response.json()
      if (response.ok) return answer
      // The same code always means the same thing; the sentence is for people.
      throw Object.assign(new Error(`${method} ${path}: ${JSON.stringify(answer)}`), { isAnswer: true })
    } catch (error) {
      if (error.isAnswer || attempt === 4) throw error
      await wait(2 ** attempt * 250)
    }
  }
}

/** Every row of a list, page by page. */
async function* rowsOf(path) {
  for (let cursor = ''; cursor !== null; ) {
    const page = await ask('GET', `${path}?limit=50${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    yield* page.rows
    cursor = page.next
  }
}

if (folder) {
  const { id } = await ask('POST', '/api/orders', { kind: 'image', title })
  for (const name of await readdir(folder)) {
    const form = new FormData()
    form.append('file', await openAsBlob(join(folder, name)), basename(name))
    await ask('POST', `/api/orders/${id}/items`, form)
    console.log(`sent ${name}`)
  }
  const { version } = await ask('GET', `/api/orders/${id}`)
  const labels = [{ name: '傷', colour: '#d6336c', kinds: ['box'] }]
  await ask('PATCH', `/api/orders/${id}`, { version, labels, dueOn })
  await ask('POST', `/api/orders/${id}/submit`)
  console.log(`asked for a quote of “${title}”`)
}
for await (const order of rowsOf('/api/orders')) {
  console.log(`T-${order.number}  ${order.state.padEnd(10)}  ${order.items} images  ${order.title}`)
}
