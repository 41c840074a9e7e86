import type { getClientTerms as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { found } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { getClientTermsOn, shownTerms } from './get-client-terms-on.ts'
import { getNames } from './get-names.ts'

/** How a client is billed today, and every change of it, newest first. */
export const getClientTerms: Command<typeof endpoint> = async ({ world, actor, params: { clientId } }) => {
  const { rows } = world.db
  const client = found(
    await rows.organisation.findFirst({
      where: { id: clientId, kind: 'client' },
      select: { id: true, name: true, address: true },
    }),
  )
  const history = await rows.clientTerms.findMany({ where: { clientId }, orderBy: { version: 'desc' }, take: 100 })
  const nameOf = await getNames(
    rows,
    history.map(({ changedById }) => changedById),
  )
  return {
    client: { id: client.id, name: client.name },
    terms: await getClientTermsOn(rows, client, japanDay(world.clock.now())),
    version: history[0]?.version ?? 0,
    history: history.map((row) => ({
      id: row.id,
      validFrom: isoDayOf(row.validFrom),
      changedAt: row.changedAt.toISOString(),
      changedBy: nameOf(row.changedById),
      ...shownTerms(row),
    })),
    can: { change: may(actor, 'client_terms.change', {}) },
  }
}
