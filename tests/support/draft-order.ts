import { addItems, agreeQuote, changeOrder, createOrder, offerQuote, submitOrder } from '../../kit/contract/orders.ts'
import { type Asked, asPerson, upload } from './ask.ts'
import type { House } from './house.ts'
import { bloodLabels } from './order-rows.ts'
import { type NamedBytes, picture } from './pictures.ts'
import type { Town, TownPerson } from './town.ts'

/** A day long after every test. */
export const dueOn = '2035-03-30'

/** What a test offers: 60 images at 33 yen cost 2,732 yen. */
export const offer = {
  secondsPerUnit: 90,
  unitPayYen: 33,
  reviewShareBp: 2000,
  overheadBp: 1500,
  priceYen: 5_000,
  note: '',
}

/** An empty draft, made through the API by the client's own person. */
export async function makeDraft(house: House, town: Town, by: TownPerson = 'client'): Promise<string> {
  const ask = await asPerson(house, town.people[by])
  return (await ask(createOrder, { body: { kind: 'image', title: '血球画像の枠づけ' } })).answer.id
}

/** Sends one file into a draft. */
export function addFile(
  house: House,
  town: Town,
  orderId: string,
  file: NamedBytes,
  by: TownPerson = 'client',
): Promise<Asked<typeof addItems>> {
  return upload(house, town.people[by], addItems, { orderId }, file)
}

/** An order handed in by the client with small pictures `1.png`, `2.png` …, made through the API. */
export async function makeSubmittedOrder(house: House, town: Town, images = 2): Promise<string> {
  const client = await asPerson(house, town.people.client)
  const orderId = await makeDraft(house, town)
  for (let number = 1; number <= images; number++) {
    ;(await addFile(house, town, orderId, { name: `${number}.png`, bytes: await picture(number) })).answer
  }
  const body = { version: 1, labels: bloodLabels, dueOn }
  ;(await client(changeOrder, { params: { orderId }, body })).answer
  ;(await client(submitOrder, { params: { orderId } })).answer
  return orderId
}

/** A submitted order with a quote on offer. */
export async function makeQuotedOrder(
  house: House,
  town: Town,
  images = 2,
): Promise<{ orderId: string; quoteId: string }> {
  const orderId = await makeSubmittedOrder(house, town, images)
  const office = await asPerson(house, town.people.office)
  const { answer } = await office(offerQuote, { params: { orderId }, body: offer })
  return { orderId, quoteId: answer.id }
}

/** An order whose quote the client has agreed to. */
export async function makeContractedOrder(
  house: House,
  town: Town,
  images = 2,
): Promise<{ orderId: string; quoteId: string }> {
  const quoted = await makeQuotedOrder(house, town, images)
  const client = await asPerson(house, town.people.client)
  ;(await client(agreeQuote, { params: quoted })).answer
  return quoted
}

/** Everything of an order and of the file tables that a refusal must leave as it was. */
export async function orderRows(house: House, orderId: string): Promise<unknown> {
  const { rows } = house.world.db
  return {
    order: await rows.order.findUnique({ where: { id: orderId } }),
    items: await rows.orderItem.findMany({ where: { orderId }, orderBy: { id: 'asc' } }),
    quotes: await rows.quote.findMany({ where: { orderId }, orderBy: { id: 'asc' } }),
    events: await rows.event.count({ where: { orderId } }),
    entries: await rows.ledgerEntry.count({ where: { orderId } }),
    files: await rows.storedFile.count(),
    derivatives: await rows.fileDerivative.count(),
  }
}
