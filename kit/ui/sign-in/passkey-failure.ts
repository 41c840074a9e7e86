import { Refused } from '../client/refused.ts'

/** A device that was told no, or that nobody answered, is no fault of ours: it is said as a passkey that could not be verified. */
export function passkeyFailure(reason: unknown): unknown {
  const isOfDevice =
    reason instanceof Error && (reason.name === 'NotAllowedError' || reason.name === 'InvalidStateError')
  return isOfDevice ? new Refused(422, { code: 'passkey.not_verified', facts: {} }) : reason
}
