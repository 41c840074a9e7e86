import { termsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { Tx } from '../db/database.ts'
import { keepTermsNotice } from '../documents/public.ts'
import { appendEvent } from '../events/append-event.ts'
import { makeMail } from '../mails/public.ts'
import { addressOfScreens } from '../people/public.ts'
import type { World } from '../world.ts'
import { addressOf, type StoredNotice } from './notice-store.ts'
import { addTermsLink } from './terms-link-store.ts'

/** Writes the mail with a notice, its PDF and a link of its own; `actorId` is null when nobody asked for it. */
export async function mailNotice(world: World, tx: Tx, notice: StoredNotice, actorId: string | null): Promise<void> {
  const { id, kind, personId, orderId, version } = notice
  const body = termsNoticeBody.parse(notice.body)
  const file = await keepTermsNotice(world, tx, id)
  const at = world.clock.now()
  const screens = addressOfScreens(world.settings, [{ role: 'worker' }])
  const link = `${screens}/terms/${await addTermsLink(tx, id, at)}`
  await makeMail(world, tx, {
    kind: 'terms_notice',
    toAddress: await addressOf(tx.rows, personId),
    language: body.language,
    facts: {
      name: body.worker.name,
      kind,
      title: body.title,
      news: body.news.replaceAll('\n', ' '),
      unitPriceYen: body.fee.unitPriceYen,
      unit: body.fee.unit,
      dueOn: body.delivery.due,
      payOn: body.paymentDue,
      link,
    },
    subjectId: id,
    file,
  })
  await appendEvent(tx, {
    action: 'terms_notice.sent',
    at,
    actorId,
    orderId,
    personId,
    subjectId: id,
    facts: { version },
  })
}
