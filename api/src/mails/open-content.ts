import { z } from 'zod'
import type { World } from '../world.ts'
import type { MailContent } from './mail-calc.ts'

const content = z.object({ text: z.string(), html: z.string() })

/** A mail's text and HTML, unsealed. */
export function openContent(world: World, { id, sealedContent }: { id: string; sealedContent: string }): MailContent {
  return content.parse(JSON.parse(world.sealing.open(sealedContent, { column: 'mail.sealed_content', id })))
}
