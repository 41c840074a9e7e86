import type { changeInvoiceIssuer as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { asRegistrationNumber, registrationNumberProblem } from '../tax/registration-number-rules.ts'
import { addIssuer } from './terms-store.ts'

/** Says what stands on our invoices from a day on; we are a corporation, so the check digit must be right. */
export const changeInvoiceIssuer: Command<typeof endpoint> = async ({ world, actor, body }) => {
  const { validFrom, version: read, ...issuer } = body
  const registrationNumber = asRegistrationNumber(issuer.registrationNumber)
  refuseIf(registrationNumberProblem(registrationNumber, 'corporation') && 'invoice_issuer.wrong_number')
  const at = world.clock.now()
  return world.db.transact(async (tx) => {
    const changed = { validFrom: dateOfDay(validFrom), changedById: actor.personId, changedAt: at }
    const version = await addIssuer(tx, read, { ...issuer, registrationNumber, ...changed })
    await appendEvent(tx, {
      action: 'invoice_issuer.changed',
      at,
      actorId: actor.personId,
      facts: { day: validFrom },
    })
    return { version }
  })
}
