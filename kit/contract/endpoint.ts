import type { z } from 'zod'
import type { Action } from './actions.ts'
import type { RefusalCode } from './refusals.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One address of the API: what it takes, what it answers, who may call it, and every way it can say no. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** camelCase; equals the command's file in kebab-case and, for changes, the action and the event. */
  name: string
  method: Method
  /** Express path with `:params`, always below `/api`. */
  path: string
  /** The permission asked for, or `null` for the few addresses open to people who are not signed in. */
  action: Action | null
  summary: string
  params?: Params
  query?: Query
  body?: Body
  answer: Answer
  /** Codes the command itself may refuse with; shape, sign-in and visibility refusals go without saying. */
  refusals: readonly RefusalCode[]
  /** The body is `multipart/form-data` with one part named `file`; `body` describes the other fields. */
  upload?: true
  /** The body is bare bytes (`application/octet-stream`). */
  bytes?: true
  /** The answer holds a secret that is shown once: a retry with the same key is told that it was done, and not what was answered. */
  secretAnswer?: true
  /** Also for people who must set up their second step before anything else. */
  beforeSecondFactor?: true
  /** The change is one statement that commits by itself; its key is noted beside it. */
  bypassesTransactions?: true
  /** The answer is a file's bytes and not JSON. */
  download?: true
}

/** Declares an endpoint and keeps its exact types. */
export function endpoint<
  P extends z.ZodType = z.ZodNever,
  Q extends z.ZodType = z.ZodNever,
  B extends z.ZodType = z.ZodNever,
  A extends z.ZodType = z.ZodType,
>(declared: Endpoint<P, Q, B, A>): Endpoint<P, Q, B, A> {
  return declared
}

/** Whether a body says which version it is to be saved on top of. */
export function takesVersion(body: z.ZodType | undefined): boolean {
  return body !== undefined && 'shape' in body && 'version' in (body.shape as object)
}

/** What a caller hands over: path parameters, query and body, each only where the endpoint has it. */
export type RequestOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? ([P] extends [z.ZodNever] ? unknown : { params: z.input<P> }) &
        ([Q] extends [z.ZodNever] ? unknown : { query?: z.input<Q> }) &
        ([B] extends [z.ZodNever] ? unknown : { body: z.input<B> })
    : never

/** What comes back, as plain JSON. */
export type AnswerOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never
