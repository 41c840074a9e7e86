import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { accessToken, newPassword } from './people.ts'
import { done, id, instant, line } from './values.ts'

export const askPasswordReset = endpoint({
  name: 'askPasswordReset',
  method: 'POST',
  path: '/api/password-resets',
  action: null,
  summary: 'Sends a link for a new password to the address, if somebody has it; the answer does not tell.',
  body: z.object({ email: z.email().trim().toLowerCase().max(254) }),
  answer: done,
  refusals: ['request.too_many'],
})
export const resetPassword = endpoint({
  name: 'resetPassword',
  method: 'POST',
  path: '/api/password-resets/:token',
  action: null,
  summary: 'Sets a new password by the link, once, and ends every session.',
  params: z.object({ token: z.string().min(20).max(200) }),
  body: z.object({ password: newPassword }),
  answer: done,
  refusals: ['password_reset.not_usable', 'request.too_many'],
})
export const changePassword = endpoint({
  name: 'changePassword',
  method: 'PUT',
  path: '/api/me/password',
  action: 'password.change',
  summary: 'Changes one’s own password, and ends every other session.',
  body: z.object({ password: z.string().max(200), newPassword }),
  answer: done,
  refusals: ['password.wrong', 'request.too_many'],
})

/** Whoever found a window left open does not know it. */
const password = z.string().max(200)
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

export const getMyCredentials = endpoint({
  name: 'getMyCredentials',
  method: 'GET',
  path: '/api/me/credentials',
  action: 'credential.read',
  summary: 'What one signs in with besides the password.',
  answer: z.object({
    /** One-time codes are asked for since then; null: they are not. */
    codesSince: instant.nullable(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(z.object({ id, name: z.string(), madeAt: instant, lastUsedAt: instant.nullable() })),
  }),
  refusals: [],
  beforeSecondFactor: true,
})
export const beginSecondFactor = endpoint({
  name: 'beginSecondFactor',
  method: 'POST',
  path: '/api/me/second-factor',
  action: 'second_factor.begin',
  summary: 'Shows a secret for one-time codes (TOTP), once; they count from `confirmSecondFactor` on.',
  body: z.object({ password }),
  answer: z.object({ secret: z.string(), address: z.string() }),
  secretAnswer: true,
  refusals: ['password.wrong', 'second_factor.set_already', 'request.too_many'],
  beforeSecondFactor: true,
})
export const confirmSecondFactor = endpoint({
  name: 'confirmSecondFactor',
  method: 'POST',
  path: '/api/me/second-factor/confirm',
  action: 'second_factor.confirm',
  summary: 'Proves by a first code that the secret arrived; answers ten recovery codes, once.',
  body: z.object({ code: z.string().min(1).max(40) }),
  answer: recoveryCodes,
  secretAnswer: true,
  refusals: ['second_factor.not_begun', 'second_factor.wrong_code', 'request.too_many'],
  beforeSecondFactor: true,
})
export const removeSecondFactor = endpoint({
  name: 'removeSecondFactor',
  method: 'POST',
  path: '/api/me/second-factor/remove',
  action: 'second_factor.remove',
  summary: 'Takes one’s one-time codes away, for a new telephone.',
  body: z.object({ password }),
  answer: done,
  refusals: ['password.wrong', 'request.too_many'],
})
export const makeRecoveryCodes = endpoint({
  name: 'makeRecoveryCodes',
  method: 'POST',
  path: '/api/me/recovery-codes',
  action: 'recovery_code.make',
  summary: 'Makes ten new recovery codes in place of the old ones; they are answered once.',
  body: z.object({ password }),
  answer: recoveryCodes,
  secretAnswer: true,
  refusals: ['password.wrong', 'request.too_many'],
})
export const resetSecondFactor = endpoint({
  name: 'resetSecondFactor',
  method: 'POST',
  path: '/api/people/:personId/second-factor/reset',
  action: 'second_factor.reset',
  summary:
    'Takes somebody’s one-time codes, recovery codes and passkeys away and ends their sessions; they are told by mail.',
  params: z.object({ personId: id }),
  answer: done,
  refusals: ['second_factor.own'],
})

// The shapes of WebAuthn (Level 3, JSON): what they hold is checked by the library that reads them.
const text = z.string().max(20_000)
const credentialJson = z.looseObject({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
})
const options = z.object({ options: z.record(z.string(), z.unknown()) })

export const beginPasskey = endpoint({
  name: 'beginPasskey',
  method: 'POST',
  path: '/api/me/passkeys/begin',
  action: 'passkey.begin',
  summary: 'What a device needs to make a passkey (WebAuthn creation options); for five minutes, once.',
  body: z.object({ password }),
  answer: options,
  refusals: ['password.wrong', 'request.too_many'],
  beforeSecondFactor: true,
})
export const addPasskey = endpoint({
  name: 'addPasskey',
  method: 'POST',
  path: '/api/me/passkeys',
  action: 'passkey.add',
  summary: 'Registers a passkey the device made; answers recovery codes with the first second step, once.',
  body: z.object({
    name: line(80),
    response: credentialJson.extend({
      response: z.looseObject({ clientDataJSON: text, attestationObject: text }),
    }),
  }),
  answer: z.object({ recoveryCodes: z.array(z.string()).nullable() }),
  secretAnswer: true,
  refusals: ['passkey.not_verified'],
  beforeSecondFactor: true,
})
export const removePasskey = endpoint({
  name: 'removePasskey',
  method: 'POST',
  path: '/api/me/passkeys/:passkeyId/remove',
  action: 'passkey.remove',
  summary: 'Takes one of one’s passkeys away.',
  params: z.object({ passkeyId: id }),
  body: z.object({ password }),
  answer: done,
  refusals: ['password.wrong', 'request.too_many'],
})
export const beginPasskeySignIn = endpoint({
  name: 'beginPasskeySignIn',
  method: 'POST',
  path: '/api/session/passkey/begin',
  action: null,
  summary: 'What a device needs to sign in with a passkey (WebAuthn request options); for five minutes, once.',
  answer: options,
  refusals: ['request.too_many'],
})
export const signInWithPasskey = endpoint({
  name: 'signInWithPasskey',
  method: 'POST',
  path: '/api/session/passkey',
  action: null,
  summary:
    'Starts a session with a passkey; it is both steps at once, since the device asks for a finger, a face or a PIN.',
  body: z.object({
    response: credentialJson.extend({
      response: z.looseObject({ clientDataJSON: text, authenticatorData: text, signature: text }),
    }),
  }),
  answer: accessToken,
  refusals: ['passkey.not_verified', 'passkey.unknown', 'request.too_many'],
})
