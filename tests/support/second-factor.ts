import { TOTP } from 'otpauth'
import type { Clock } from '../../api/src/kernel/clock.ts'
import { beginSecondFactor, confirmSecondFactor } from '../../kit/contract/credentials.ts'
import type { Ask } from './ask.ts'

/** What an authenticator app shows now. */
export function codeNow(secret: string, clock: Clock): string {
  return new TOTP({ secret }).generate({ timestamp: clock.now().getTime() })
}

/** Sets up one-time codes as somebody who has this password. */
export async function enrol(
  ask: Ask,
  password: string,
  clock: Clock,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = (await ask(beginSecondFactor, { body: { password } })).answer
  const { recoveryCodes } = (await ask(confirmSecondFactor, { body: { code: codeNow(secret, clock) } })).answer
  return { secret, recoveryCodes }
}
