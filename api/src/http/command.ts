import type { Readable } from 'node:stream'
import type { Endpoint } from '@tsumugi/kit/contract/endpoint.ts'
import type { z } from 'zod'
import type { ByteRange } from '../files/file-store.ts'
import type { Actor } from '../permissions/may.ts'
import type { World } from '../world.ts'

type Parsed<S> = [S] extends [z.ZodNever] ? undefined : S extends z.ZodType ? z.output<S> : undefined

/** What a command is called with: the world, who asks, and the request already parsed. */
export type Call<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { world: World; actor: Actor; params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> }
    : never

/** What the command gives back, checked against the contract before it is sent. */
export type AnswerIn<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.input<A> : never

/** One verb: facts in, one transaction, answer out; refuses by throwing `Refusal`. */
export type Command<E> = (call: Call<E>) => Promise<AnswerIn<E>>

/** A file to send: `download` endpoints answer this. */
export interface Download {
  /** The bytes, or a half-open range of them. */
  stream: (range?: ByteRange) => Readable
  bytes: number
  contentType: string
  /** Shown to the person saving it; null shows it in the page. */
  fileName: string | null
  /** Quoted; equal tags mean equal bytes. */
  etag: string
  maxAgeSeconds: number
  /** Called once before the first byte goes out; not when only headers or a later part were asked for. */
  begun?: () => Promise<void>
}
