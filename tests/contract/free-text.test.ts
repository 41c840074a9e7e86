import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../../kit/contract/all.ts'
import { holdsMyNumber } from '../../kit/contract/my-number.ts'
import { isMyNumber } from '../../kit/contract/problem-of.ts'

/** An invented number whose check digit fits. */
const number = '123456789018'

/** Text of a body that nobody writes freely, and why. A field that none of these names refuses such numbers. */
const notFree: [fields: RegExp, why: string][] = [
  [/^signIn\.email$/, 'an address, compared and not kept'],
  [/\.(password|newPassword|code)$/, 'a secret, compared or hashed'],
  [/^(addPasskey|signInWithPasskey)\.response\./, 'what the device signed'],
  [/^beginUpload\.name$/, 'the name of a file: a camera’s 202611201234.jpg would be refused one time in eleven'],
  [/^(saveDraft|submitTask|fixSubmission)\.answer\.images/, 'ids, and labels of the order’s own list'],
]

test.each([
  number,
  '私の番号は123456789018です',
  '１２３４５６７８９０１８',
  '1234 5678 9018',
  '1234-5678-9018',
  '１２３４　５６７８　９０１８',
  '1234‐5678‐9018',
  '1234ー5678ー9018',
  '123 456 789 018',
  '12345678 9018',
  '12 34 56 78 90 18',
  '1234 - 5678 - 9018',
  '1234\u200b5678\u200b9018',
  'IMG_123456789018.jpg',
  '2026-11-20 に 1234-5678-9018',
  '000000000000',
])('%s is refused', (text) => expect(holdsMyNumber(text)).toBe(true))

test.each([
  '123456789012',
  '123456789017',
  '1234567890180',
  '7123456789012',
  'T7-1234-5678-9018',
  '1234 5678 9018 3456',
  '12345678901',
  '1234、5678、9018',
  '2026-11-20 1018, 090-1234-5678',
  '12:34:56.789018',
  '0190b1e2-1234-7abc-8def-123456789018',
  'a3f9c0de123456789018deadbeef00112233445566778899aabbccddeeff0011',
  '',
])('%s is not', (text) => expect(holdsMyNumber(text)).toBe(false))

test('every text of a body that somebody writes refuses an Individual Number; what is not free text is named', () => {
  const open = texts('body').filter(({ schema }) => !refuses(schema) && schema.safeParse(number).success)
  const forgotten = open.filter(({ path }) => !notFree.some(([fields]) => fields.test(path)))
  expect(forgotten.map(({ path }) => path)).toEqual([])
  const named = notFree.filter(([fields]) => open.some(({ path }) => fields.test(path)))
  expect(named).toEqual(notFree)
})

test('no answer is checked: what stands in the books is shown', () => {
  expect(texts('answer').filter(({ schema }) => refuses(schema))).toEqual([])
})

function refuses(schema: z.ZodType): boolean {
  return schema.safeParse(number).error?.issues.every(isMyNumber) ?? false
}

/** Every text of every endpoint with the way to it; lists and choices are gone into. */
function texts(part: 'body' | 'answer'): { path: string; schema: z.ZodString }[] {
  const found: { path: string; schema: z.ZodString }[] = []
  const walk = (schema: unknown, path: string): void => {
    if (schema instanceof z.ZodString) found.push({ path, schema })
    else if (schema instanceof z.ZodObject)
      for (const [key, inner] of Object.entries(schema.shape)) walk(inner, `${path}.${key}`)
    else if (schema instanceof z.ZodArray) walk(schema.element, path)
    else if (schema instanceof z.ZodTuple) for (const inner of schema.def.items) walk(inner, path)
    else if (schema instanceof z.ZodUnion) for (const inner of schema.options) walk(inner, path)
    else if (schema instanceof z.ZodRecord) for (const inner of [schema.keyType, schema.valueType]) walk(inner, path)
    else if (schema instanceof z.ZodPipe) walk(schema.in, path)
    else if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
      walk(schema.unwrap(), path)
    else expect([path, known(schema)]).toEqual([path, true])
  }
  for (const { endpoint } of endpoints) if (endpoint[part]) walk(endpoint[part], endpoint.name)
  return found
}

/** What holds no text of anybody's; a kind of schema the walk does not know fails the test. */
function known(schema: unknown): boolean {
  const kinds = [z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodStringFormat, z.ZodUnknown, z.ZodNull]
  return kinds.some((kind) => schema instanceof kind)
}
