import { newId } from '../../../api/src/kernel/ids.ts'
import type { House } from '../../support/house.ts'
import { wholeTerms } from '../../support/work-rows.ts'

/** A second notice, which nobody has confirmed. */
export async function addUnconfirmedNotice(house: House, orderId: string, personId: string): Promise<string> {
  const id = newId()
  const madeAt = house.clock.now()
  await house.world.db.rows.termsNotice.create({
    data: {
      id,
      orderId,
      personId,
      version: 2,
      kind: 'change',
      body: wholeTerms({ dueOn: '2027-01-29', madeAt }),
      madeAt,
    },
  })
  return id
}

/** The notice that was made last: opened, and with a link. */
export async function addTermsSteps(house: House) {
  const { rows } = house.world.db
  const { id: noticeId } = await rows.termsNotice.findFirstOrThrow({ where: { version: 2 } })
  const at = house.clock.now()
  const { id: termsLog } = await rows.termsLog.create({ data: { id: newId(), noticeId, step: 'opened', at } })
  const { tokenHash: termsLink } = await rows.termsLink.create({ data: { tokenHash: 'x', noticeId, madeAt: at } })
  return { termsLog, termsLink }
}
