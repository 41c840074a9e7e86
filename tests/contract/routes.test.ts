import { expect, it } from 'vitest'
import { routes } from '../../api/src/routes.ts'
import { endpoints } from '../../kit/contract/all.ts'

it('every endpoint of the contract has a route', () => {
  const served = routes.map(({ endpoint }) => endpoint.name).sort()
  expect(served).toEqual(endpoints.map(({ endpoint }) => endpoint.name).sort())
})

it('no two endpoints share a name or an address', () => {
  const names = new Set(endpoints.map(({ endpoint }) => endpoint.name))
  const addresses = new Set(
    endpoints.map(({ endpoint }) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`),
  )
  expect([names.size, addresses.size]).toEqual([endpoints.length, endpoints.length])
})

it('every address lies below /api and names its parameters as the contract does', () => {
  for (const { endpoint } of endpoints) {
    const named = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name).sort()
    const shape = (endpoint.params as { shape?: Record<string, unknown> } | undefined)?.shape ?? {}
    expect([endpoint.path, Object.keys(shape).sort()]).toEqual([endpoint.path, named])
    expect(endpoint.path).toMatch(/^\/api\//)
  }
})
