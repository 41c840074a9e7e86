import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { Role } from '@tsumugi/kit/contract/roles.ts'

/**
 * What must tie a person to the thing:
 * `any` nothing · `self` it is theirs · `team` it lies with a team in which they hold this very role ·
 * `client` it is their organisation's order · `region` it lies with a team of their municipality · `order` it is the order they were called to.
 */
export const relations = ['any', 'self', 'team', 'client', 'region', 'order'] as const
export type Relation = (typeof relations)[number]

/** Action → role → relation. Whoever is not named here may not. */
export const table: Record<Action, Partial<Record<Role, Relation>>> = {
  // everybody who is signed in
  'me.read': everyone('self'),
  'me.change': everyone('self'),
  'session.end': everyone('self'),
  'password.change': everyone('self'),
  'credential.read': everyone('self'),
  'second_factor.begin': everyone('self'),
  'second_factor.confirm': everyone('self'),
  'second_factor.remove': everyone('self'),
  'recovery_code.make': everyone('self'),
  'session.list': everyone('self'),

  // ways in for programs
  'api_key.list': { client: 'self', partner: 'self', office: 'any' },
  'api_key.make': { client: 'self', partner: 'self' },
  'api_key.revoke': { client: 'self', partner: 'self', office: 'any' },
  'webhook.list': { client: 'self', partner: 'self', office: 'any' },
  'webhook.make': { client: 'self', partner: 'self' },
  'webhook.remove': { client: 'self', partner: 'self', office: 'any' },
  'webhook_message.list': { client: 'self', partner: 'self', office: 'any' },
  'webhook_message.replay': { client: 'self', partner: 'self', office: 'any' },

  // people and teams
  'person.list': { coordinator: 'any', office: 'any', payroll: 'any', director: 'team' },
  'invitation.make': { coordinator: 'any', office: 'any' },
  'membership.change': { office: 'any' },
  'second_factor.reset': { office: 'any' },
  'team.list': {
    coordinator: 'any',
    office: 'any',
    payroll: 'any',
    director: 'team',
    leader: 'team',
    municipality: 'region',
  },
  'team.create': { office: 'any' },
  'organisation.create': { office: 'any' },

  // orders: what the client and the office do
  'order.list': { client: 'client', office: 'any', coordinator: 'any', payroll: 'any', director: 'team', pro: 'order' },
  'order.read': { client: 'client', office: 'any', coordinator: 'any', payroll: 'any', director: 'team', pro: 'order' },
  'order.create': { client: 'client', office: 'any' },
  'order.change': { client: 'client', office: 'any' },
  'order.submit': { client: 'client', office: 'any' },
  'order.cancel': { office: 'any' },
  'order.close': { office: 'any' },
  'item.add': { client: 'client', office: 'any' },
  'item.remove': { client: 'client', office: 'any' },
  'item.read': { client: 'client', office: 'any', director: 'team', pro: 'order' },
  'upload.begin': { client: 'client', office: 'any' },
  'upload.list': { client: 'client', office: 'any' },
  'upload.read': { client: 'self', office: 'self' },
  'upload.cancel': { client: 'self', office: 'self' },
  'piece.send': { client: 'self', office: 'self' },
  'quote.offer': { office: 'any' },
  'quote.agree': { client: 'client' },
  'quote.decline': { client: 'client' },
  'margin.read': { office: 'any', payroll: 'any' },
  'split.preview': { office: 'any' },
  'split.start': { office: 'any' },
  'split.cancel': { office: 'any' },
  'task.allot': { office: 'any' },
  'task.rework': { office: 'any' },
  'task.reopen': { office: 'any', director: 'team' },
  'task.move': { office: 'any' },
  'task.list': { office: 'any', coordinator: 'any', director: 'team', leader: 'team' },
  'delivery.make': { office: 'any' },
  'delivery.download': { client: 'client', office: 'any' },
  'delivery.accept': { client: 'client' },
  'change.request': { client: 'client' },

  // work: what workers do
  'offer.list': { worker: 'team', leader: 'team', director: 'team' },
  'task.claim': { worker: 'team', leader: 'team', director: 'team' },
  'assignment.list': { worker: 'self', leader: 'self', director: 'self' },
  'assignment.read': { worker: 'self', leader: 'team', director: 'team', office: 'any' },
  'task.release': { worker: 'self', leader: 'self', director: 'self' },
  'task.resume': { worker: 'self', leader: 'self', director: 'self' },
  'draft.save': { worker: 'self', leader: 'self', director: 'self' },
  'task.submit': { worker: 'self', leader: 'self', director: 'self' },
  'terms_notice.make': { worker: 'team', leader: 'team', director: 'team' },
  'terms_notice.confirm': { worker: 'self', leader: 'self', director: 'self' },
  'terms_notice.list': { worker: 'self', leader: 'self', director: 'self' },
  'month.read': { worker: 'self', leader: 'self', director: 'self' },
  'pin.answer': { worker: 'self', leader: 'self', director: 'self' },
  'pin_message.write': { worker: 'self', leader: 'self', director: 'team' },

  // quality: what directors do
  'review.list': { director: 'team' },
  'review.start': { director: 'team' },
  'submission.accept': { director: 'team' },
  'submission.return': { director: 'team' },
  'submission.fix': { director: 'team' },
  'manual.read': { worker: 'team', leader: 'team', director: 'team', office: 'any', pro: 'order' },
  'manual.publish': { director: 'team', office: 'any' },

  // money and record
  'ledger.read': { office: 'any', payroll: 'any' },
  'pay_addition.list': { office: 'any', payroll: 'any' },
  'pay_addition.propose': { office: 'any', payroll: 'any' },
  'pay_addition.approve': { office: 'any', payroll: 'any' },
  'pay_addition.refuse': { office: 'any', payroll: 'any' },
  'client_terms.read': { office: 'any', payroll: 'any' },
  'client_terms.change': { office: 'any', payroll: 'any' },
  'invoice_issuer.read': { office: 'any', payroll: 'any' },
  'invoice_issuer.change': { office: 'any' },
  'invoice.issue': { office: 'any', payroll: 'any' },
  'invoice.list': { client: 'client', office: 'any', payroll: 'any' },
  'invoice.read': { client: 'client', office: 'any', payroll: 'any' },
  'invoice.correct': { office: 'any', payroll: 'any' },
  'deposit.list': { office: 'any', payroll: 'any' },
  'deposit.import': { office: 'any', payroll: 'any' },
  'deposit_import.confirm': { office: 'any', payroll: 'any' },
  'deposit_import.discard': { office: 'any', payroll: 'any' },
  'deposit.match': { office: 'any', payroll: 'any' },
  'ageing.read': { office: 'any', payroll: 'any' },
  'advance.use': { office: 'any', payroll: 'any' },
  'reminder.send': { office: 'any', payroll: 'any' },
  'bank.list': { worker: 'any', leader: 'any', director: 'any', office: 'any', payroll: 'any' },
  'bank_account.read': { worker: 'self', leader: 'self', director: 'self' },
  'bank_account.change': { worker: 'self', leader: 'self', director: 'self' },
  'bank_account.list': { office: 'any', payroll: 'any' },
  'bank_account.enter': { office: 'any', payroll: 'any' },
  'bank_account.agree': { office: 'any', payroll: 'any' },
  'bank_account.refuse': { office: 'any', payroll: 'any' },
  'payer_account.read': { office: 'any', payroll: 'any' },
  'payer_account.change': { payroll: 'any' },
  'transfer.read': { office: 'any', payroll: 'any' },
  'transfer.prepare': { payroll: 'any' },
  'transfer.approve': { office: 'any', payroll: 'any' },
  'transfer.withdraw': { office: 'any', payroll: 'any' },
  'transfer.download': { payroll: 'any' },
  'transfer.execute': { payroll: 'any' },
  'transfer.return': { payroll: 'any' },
  'pay_month.read': { office: 'any', payroll: 'any' },
  'pay_month.propose': { payroll: 'any' },
  'pay_month.withdraw': { office: 'any', payroll: 'any' },
  'pay_month.approve': { office: 'any', payroll: 'any' },
  'statement.list': { worker: 'self', leader: 'self', director: 'self' },
  'statement.read': { worker: 'self', leader: 'self', director: 'self', office: 'any', payroll: 'any' },
  'statement.confirm': { worker: 'self', leader: 'self', director: 'self' },
  'statement.dispute': { worker: 'self', leader: 'self', director: 'self' },
  'statement.answer': { office: 'any', payroll: 'any' },
  'event.list': { office: 'any' },

  // the house itself
  'job.list': { office: 'any' },
  'job.retry': { office: 'any' },
  'mail.list': { office: 'any' },
  'mail.read': { office: 'any' },
}

function everyone(relation: Relation): Partial<Record<Role, Relation>> {
  return {
    worker: relation,
    leader: relation,
    director: relation,
    coordinator: relation,
    office: relation,
    payroll: relation,
    client: relation,
    partner: relation,
    municipality: relation,
    pro: relation,
  }
}
