import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

/**
 * A mail's text is for whom it is addressed to. Staff see it only to pass it on by hand, where no mail server does; and not when
 * its link opens an account of office, payroll or coordinator: it would make everybody in the office everybody in the office.
 */
export function showRefusal(
  { state, isPrivate }: { state: 'waiting' | 'sent' | 'failed'; isPrivate: boolean },
  isSending: boolean,
): RefusalCode | null {
  return state === 'waiting' && !isSending && !isPrivate ? null : 'mail.not_shown'
}
