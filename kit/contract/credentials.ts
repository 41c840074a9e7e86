import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { newPassword } from './people.ts'
import { done } from './values.ts'

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
