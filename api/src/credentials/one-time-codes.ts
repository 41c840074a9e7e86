import { Secret, TOTP } from 'otpauth'

const stepSeconds = 30
/** A telephone's clock may be half a minute off. */
const window = 1

/** A new secret for one-time codes: 160 random bits in base32. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address an authenticator app reads from a QR code. */
export function codeAddress(secret: string, { issuer, label }: { issuer: string; label: string }): string {
  return codes(secret, issuer, label).toString()
}

/** The 30-second step a code is right for at this time (RFC 6238), or null when it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const delta = codes(secret).validate({ token: code, timestamp: now.getTime(), window })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / stepSeconds) + delta
}

// SHA-1 and six digits: what every authenticator app understands.
function codes(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: stepSeconds })
}
