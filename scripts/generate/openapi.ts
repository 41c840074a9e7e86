import { z } from 'zod'
import { apiKeyStart, apiScopes } from '../../kit/contract/access.ts'
import type { Action } from '../../kit/contract/actions.ts'
import { endpoints } from '../../kit/contract/all.ts'
import { type Endpoint, takesVersion } from '../../kit/contract/endpoint.ts'
import { fieldProblems, type RefusalCode, refusals } from '../../kit/contract/refusals.ts'

export const path = 'openapi.json'

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null
type JsonObject = { [key: string]: Json }

/** The contract as OpenAPI 3.1, for whoever writes another client. */
export async function render(): Promise<string> {
  return `${JSON.stringify(openapi(), null, 2)}\n`
}

/** The whole document. */
export function openapi(): JsonObject {
  const paths: { [path: string]: JsonObject } = {}
  for (const { slice, endpoint } of endpoints) {
    const place = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[place] = { ...paths[place], [endpoint.method.toLowerCase()]: operation(slice, endpoint) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tsumugi',
      version: '0.1.0',
      description:
        'Every refusal is one of a fixed catalogue; its code never changes its meaning. Lists are paged by cursor: ask again with the last answer’s `next` until it is null.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(endpoints.map(({ slice }) => slice))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'http', scheme: 'bearer', bearerFormat: `${apiKeyStart}…` },
      },
      schemas: { Refusal: refusalBody(), UnexpectedError: unexpectedError },
    },
  }
}

function operation(slice: string, endpoint: Endpoint): JsonObject {
  const { name, summary, action } = endpoint
  return {
    operationId: name,
    tags: [slice],
    summary,
    ...(action !== null && { description: `Permission: \`${action}\`.`, 'x-permission': action }),
    security: action === null ? [] : [{ accessToken: [] }, ...(isOpenToKeys(action) ? [{ apiKey: [] }] : [])],
    parameters: [
      ...parameters('path', endpoint.params),
      ...parameters('query', endpoint.query),
      ...keyParameter(endpoint),
      ...versionParameter(endpoint),
    ],
    ...((endpoint.body || endpoint.bytes) && { requestBody: requestBody(endpoint) }),
    responses: {
      '200': { description: 'Done.', content: answerContent(endpoint) },
      ...refusedResponses(endpoint),
      '500': jsonResponse('Our own mistake; the id stands in the log.', '#/components/schemas/UnexpectedError'),
    },
  }
}

/** Whether a key of some scope opens it. */
function isOpenToKeys(action: Action): boolean {
  return action === 'me.read' || Object.values<readonly Action[]>(apiScopes).some((scope) => scope.includes(action))
}

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return []
  const shape = schemaOf(schema, 'output')
  const needed = new Set((schemaOf(schema, 'input').required as string[] | undefined) ?? [])
  return Object.entries(shape.properties as JsonObject).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || needed.has(name),
    schema: each,
  }))
}

/** Whether a request may carry an Idempotency-Key. */
function takesKey({ method, action }: Endpoint): boolean {
  return method === 'POST' && action !== null
}

/** A change that is done once however often it is sent. */
function keyParameter(endpoint: Endpoint): Json[] {
  if (!takesKey(endpoint)) return []
  const description = 'Sent again within a day, the same key gets the same answer, and nothing is done twice.'
  return [
    { name: 'Idempotency-Key', in: 'header', required: false, description, schema: { type: 'string', maxLength: 200 } },
  ]
}

/** What was read may also be named in a header. */
function versionParameter({ body }: Endpoint): Json[] {
  if (!takesVersion(body)) return []
  const description =
    'The version that was read, quoted: `"3"`. In place of `version` in the body; a newer one answers 412.'
  return [{ name: 'If-Match', in: 'header', required: false, description, schema: { type: 'string' } }]
}

function requestBody(endpoint: Endpoint): Json {
  if (endpoint.bytes) return { required: true, content: { 'application/octet-stream': {} } }
  const schema = schemaOf(endpoint.body as z.ZodType, 'input')
  if (!endpoint.upload) return { required: true, content: { 'application/json': { schema } } }
  const file = { type: 'string', contentMediaType: 'application/octet-stream' }
  const properties = { ...(schema.properties as JsonObject), file }
  return {
    required: true,
    content: { 'multipart/form-data': { schema: { type: 'object', properties, required: ['file'] } } },
  }
}

function answerContent(endpoint: Endpoint): Json {
  if (endpoint.download) return { 'application/octet-stream': {} }
  return { 'application/json': { schema: schemaOf(endpoint.answer, 'output') } }
}

/** Every code the endpoint can refuse with, those of the frame too, by status. */
export function codesOf(endpoint: Endpoint): RefusalCode[] {
  const codes = new Set<RefusalCode>(endpoint.refusals)
  if (endpoint.action !== null) {
    for (const code of [
      'session.required',
      'session.access_expired',
      'session.ended',
      'api_key.not_usable',
      'permission.denied',
    ] as const) {
      codes.add(code)
    }
    if (!endpoint.beforeSecondFactor) codes.add('second_factor.required')
  }
  if (endpoint.params) codes.add('thing.not_found')
  if (endpoint.query || endpoint.body) codes.add('request.malformed')
  if (endpoint.upload) codes.add('text.my_number')
  if (endpoint.body) {
    codes.add('text.my_number')
    codes.add('request.not_json')
    codes.add('request.too_large')
  }
  if (takesKey(endpoint)) {
    codes.add('request.malformed')
    codes.add('request.key_reused')
    codes.add('request.in_doubt')
  }
  return [...codes].sort()
}

function refusedResponses(endpoint: Endpoint): JsonObject {
  const codes = codesOf(endpoint)
  const statuses = [...new Set(codes.map((code) => refusals[code].status))].sort((one, other) => one - other)
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = codes.filter((code) => refusals[code].status === status)
      const description = ofStatus.map((code) => `\`${code}\`: ${refusals[code].en}`).join('\n\n')
      return [String(status), jsonResponse(description, '#/components/schemas/Refusal', ofStatus)]
    }),
  )
}

function jsonResponse(description: string, ref: string, codes: RefusalCode[] = []): JsonObject {
  return {
    description,
    ...(codes.length > 0 && { 'x-refusals': codes }),
    content: { 'application/json': { schema: { $ref: ref } } },
  }
}

function refusalBody(): Json {
  const facts = { type: 'object', additionalProperties: { type: ['string', 'number'] } }
  const field = {
    type: 'object',
    required: ['path', 'problem'],
    properties: {
      path: { type: 'string' },
      problem: { type: 'string', enum: Object.keys(fieldProblems).sort() },
      facts,
    },
  }
  const refusal = {
    type: 'object',
    required: ['code', 'facts'],
    properties: {
      code: { type: 'string', enum: Object.keys(refusals).sort() },
      facts,
      fields: { type: 'array', items: field },
    },
  }
  return { type: 'object', required: ['refusal'], properties: { refusal } }
}

const unexpectedError: Json = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } },
  },
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    // What `format` and `integer` say already, said again at length.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return json as unknown as JsonObject
}
