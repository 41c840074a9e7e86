import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import type { Settings } from '../settings.ts'

/** Who passkeys are made for: the host of the public address. */
export function relyingParty({ publicUrl }: Settings): { rpID: string; rpName: string } {
  return { rpID: publicUrl === null ? 'localhost' : new URL(publicUrl).hostname, rpName: 'Tsumugi' }
}

const clientData = z.object({ origin: z.string() })

/**
 * The address the browser says it was at, if it is ours; a passkey shown to a page that only looks like ours ends here. Tried out
 * without a public address, ours is any port of this machine.
 */
export function ownOrigin({ publicUrl }: Settings, clientDataJson: string): string {
  const { origin } = readClientData(clientDataJson)
  const isOwn = publicUrl === null ? /^http:\/\/localhost:\d+$/.test(origin) : origin === new URL(publicUrl).origin
  if (!isOwn) throw new Refusal('passkey.not_verified')
  return origin
}

function readClientData(encoded: string): { origin: string } {
  try {
    return clientData.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()))
  } catch {
    throw new Refusal('passkey.not_verified')
  }
}
