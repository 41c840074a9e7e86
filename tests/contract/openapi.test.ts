import { describe, expect, it } from 'vitest'
import { endpoints } from '../../kit/contract/all.ts'
import { refusals } from '../../kit/contract/refusals.ts'
import { codesOf, openapi } from '../../scripts/generate/openapi.ts'

interface Operation {
  operationId: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: { properties?: Record<string, object> } }> }
  responses: Record<string, { description: string; 'x-refusals'?: string[]; content: object }>
  security: object[]
}
const document = openapi() as unknown as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('openapi.json', () => {
  it('has every endpoint once, under its own name', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(
      endpoints.map(({ endpoint }) => endpoint.name).sort(),
    )
  })

  it('declares every parameter of every path, and asks for a token wherever a permission is needed', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = operation.parameters.filter((each) => each.in === 'path')
      expect(declared.map(({ name }) => name).sort()).toEqual(inPath.sort())
      expect(declared.every(({ required }) => required)).toBe(true)
      const endpoint = endpoints.find((each) => each.endpoint.name === operation.operationId)?.endpoint
      expect(operation.security.length > 0).toBe(endpoint?.action !== null)
    }
  })

  it('lists every refusal of every endpoint under its status', () => {
    for (const { endpoint } of endpoints) {
      const operation = operations.find((each) => each.operation.operationId === endpoint.name)?.operation
      const listed = Object.entries(operation?.responses ?? {}).flatMap(([status, response]) =>
        (response['x-refusals'] ?? []).map((code) => `${status} ${code}`),
      )
      expect(listed.sort()).toEqual(
        codesOf(endpoint)
          .map((code) => `${refusals[code].status} ${code}`)
          .sort(),
      )
      for (const code of endpoint.refusals) expect(codesOf(endpoint)).toContain(code)
    }
  })

  it('uses every refusal of the catalogue somewhere', () => {
    const used = new Set(endpoints.flatMap(({ endpoint }) => codesOf(endpoint)))
    const unused = Object.keys(refusals).filter((code) => !used.has(code as keyof typeof refusals))
    // An address that is none belongs to no endpoint.
    expect(unused).toEqual(['route.not_found'])
  })

  it('points only at what is there', () => {
    const text = JSON.stringify(document)
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '')
    expect(refs.length).toBeGreaterThan(100)
    for (const ref of new Set(refs)) {
      expect(ref).toMatch(/^#\/components\/schemas\/\w+$/)
      expect(Object.keys(document.components.schemas)).toContain(ref.split('/').at(-1))
    }
  })

  it('says of uploads that they are forms with a file', () => {
    const upload = operations.find(({ operation }) => operation.operationId === 'addItems')?.operation.requestBody
    expect(upload?.content['multipart/form-data']?.schema.properties).toHaveProperty('file')
  })
})
