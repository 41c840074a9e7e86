/** A JSON Schema as zod writes it; only what our contract uses. */
export interface Schema {
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  default?: unknown
}

const widest = 2 ** 52

/** A schema as people read a shape: `{ rows: { id: uuid, dueOn: date | null }[], next: string | null }`, one field a line. */
export function schemaText(schema: Schema, indent = ''): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? ''
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map((each) => schemaText(each, indent)))].join(' | ')
  if (schema.allOf) return schema.allOf.map((each) => schemaText(each, indent)).join(' & ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => schemaText({ ...schema, type }, indent)).join(' | ')
  if (schema.type === 'array') return `${inBrackets(schemaText(schema.items ?? {}, indent))}[]`
  if (schema.properties || schema.type === 'object') return objectText(schema, indent)
  return plainText(schema)
}

function objectText({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(([name, each]) => {
    const mark = required.includes(name) ? '' : '?'
    return `${inner}${name}${mark}: ${schemaText(each, inner)}`
  })
  if (typeof additionalProperties === 'object') lines.push(`${inner}[name]: ${schemaText(additionalProperties, inner)}`)
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}

function plainText({ type, format, minimum, maximum, minLength, maxLength }: Schema): string {
  const from = minimum ?? minLength
  const to = maximum ?? maxLength
  const hasFrom = from !== undefined && Math.abs(from) < widest
  const hasTo = to !== undefined && Math.abs(to) < widest
  const range = hasFrom || hasTo ? ` (${hasFrom ? from : ''}…${hasTo ? to : ''})` : ''
  return `${format ?? String(type ?? 'any')}${range}`
}

function inBrackets(text: string): string {
  return text.includes(' | ') && !text.startsWith('{') ? `(${text})` : text
}
