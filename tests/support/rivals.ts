import { newId } from '../../api/src/kernel/ids.ts'
import { confirmTermsNotice, makeTermsNotice } from '../../kit/contract/notices.ts'
import { asPerson } from './ask.ts'
import type { House } from './house.ts'

/** Somebody who wants the same task as everybody else. */
export interface Rival {
  personId: string
  token: string
}

/** Makes so many workers of one team, each with a token and confirmed terms for the order. */
export async function makeRivals(house: House, teamId: string, orderId: string, count: number): Promise<Rival[]> {
  const { rows } = house.world.db
  const createdAt = house.clock.now()
  const people = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    email: `rival-${newId()}@example.jp`,
    displayName: `rival ${index + 1}`,
    createdAt,
  }))
  await rows.person.createMany({ data: people })
  await rows.membership.createMany({
    data: people.map(({ id }) => ({ id: newId(), personId: id, role: 'worker' as const, teamId, createdAt })),
  })
  return Promise.all(people.map(({ id }) => ready(house, orderId, id)))
}

async function ready(house: House, orderId: string, personId: string): Promise<Rival> {
  const ask = await asPerson(house, personId)
  const { answer } = await ask(makeTermsNotice, { params: { orderId } })
  await ask(confirmTermsNotice, { params: { noticeId: answer.id } })
  return { personId, token: await house.tokenOf(personId) }
}
