import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { acceptDelivery } from '../api/src/deliveries/accept-delivery.ts'
import { changeInvoiceIssuer } from '../api/src/invoices/change-invoice-issuer.ts'
import { issueInvoice } from '../api/src/invoices/issue-invoice.ts'
import { japanDay, japanMonth } from '../api/src/kernel/japan-day.ts'
import { askAs } from '../prisma/seed/ask-as.ts'
import { seedDemoTown } from '../prisma/seed/demo-town.ts'
import { type Browsing, openBrowser, phone, settled } from '../tests/support/browser.ts'
import { type House, openHouseWithScreens } from '../tests/support/house.ts'
import { withScratchServer } from './scratch-database.ts'

const folder = resolve(import.meta.dirname, '../docs/pictures')

/** One picture: who looks, where, and how wide. */
interface Picture {
  name: string
  email: string
  path: (ids: Ids) => string
  onPhone?: true
}

interface Ids {
  running: string
  agreed: string
  delivered: string
  inWork: string
  waiting: string
  month: string
  /** Empty before anything is billed. */
  invoice: string
}

const pictures: Picture[] = [
  { name: 'today', email: 'hana', path: () => '/', onPhone: true },
  { name: 'work', email: 'ken', path: ({ inWork }) => `/work/${inWork}` },
  { name: 'review-queue', email: 'director', path: () => '/review' },
  { name: 'review', email: 'director', path: ({ waiting }) => `/review/${waiting}` },
  { name: 'month', email: 'hana', path: () => '/month', onPhone: true },
  { name: 'me', email: 'hana', path: () => '/me', onPhone: true },
  { name: 'orders', email: 'office', path: () => '/office/' },
  { name: 'order', email: 'office', path: ({ running }) => `/office/orders/${running}` },
  { name: 'split', email: 'office', path: ({ agreed }) => `/office/orders/${agreed}/split` },
  { name: 'allotment', email: 'office', path: ({ running }) => `/office/orders/${running}/allotment` },
  { name: 'people', email: 'office', path: () => '/office/people' },
  { name: 'pay', email: 'payroll', path: ({ month }) => `/office/pay/${month}` },
  { name: 'ledger', email: 'office', path: () => '/office/ledger' },
  { name: 'audit', email: 'office', path: () => '/office/audit' },
  { name: 'portal', email: 'client2', path: ({ delivered }) => `/office/orders/${delivered}` },
]

/** Once the delivery of the picture before is accepted and billed. */
const afterwards: Picture[] = [
  { name: 'invoice', email: 'payroll', path: ({ invoice }) => `/office/invoices/${invoice}` },
  { name: 'books', email: 'payroll', path: () => '/office/books' },
]

/** Takes a picture of every screen on a fresh demo town, into docs/pictures. Needs built screens (`npm start` builds them). */
async function takePictures(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const house = await openHouseWithScreens()
  try {
    await seedDemoTown(house.world)
    const ids = await findIds(house)
    const browsing = await openBrowser(house)
    try {
      for (const picture of pictures) await take(house, browsing, picture, ids)
      const billed = { ...ids, invoice: await bill(house, ids) }
      for (const picture of afterwards) await take(house, browsing, picture, billed)
    } finally {
      await browsing.close()
    }
  } finally {
    await house.close()
  }
}

async function take(house: House, browsing: Browsing, picture: Picture, ids: Ids): Promise<void> {
  const email = `${picture.email}@tsumugi.example`
  const person = await house.world.db.rows.person.findUniqueOrThrow({ where: { email } })
  const page = await browsing.open(person.id, picture.path(ids), picture.onPhone ? phone : {})
  await settled(page)
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))))
  const bytes = await page.screenshot()
  await sharp(bytes)
    .webp({ quality: 88 })
    .toFile(join(folder, `${picture.name}.webp`))
  await page.context().close()
  console.log(`  ${picture.name}.webp`)
}

async function findIds(house: House): Promise<Ids> {
  const { rows } = house.world.db
  const orderIn = async (state: 'running' | 'submitted' | 'delivered') =>
    (await rows.order.findFirstOrThrow({ where: { state } })).id
  const ken = await rows.person.findUniqueOrThrow({ where: { email: 'ken@tsumugi.example' } })
  const inWork = await rows.assignment.findFirst({ where: { personId: ken.id }, orderBy: { claimedAt: 'desc' } })
  const waiting = await rows.submission.findFirstOrThrow({
    where: {
      review: null,
      assignment: {
        state: 'submitted',
        team: { memberships: { some: { role: 'director', person: { email: 'director@tsumugi.example' } } } },
      },
    },
    orderBy: { id: 'asc' },
  })
  const submitted = await orderIn('submitted')
  await agree(house, submitted)
  return {
    running: await orderIn('running'),
    agreed: submitted,
    delivered: await orderIn('delivered'),
    inWork: inWork?.id ?? '',
    waiting: waiting.assignmentId,
    month: japanMonth(house.clock.now()),
    invoice: '',
  }
}

/** The order that waits for a quote gets one, so that its split can be shown. */
async function agree(house: House, orderId: string): Promise<void> {
  const { rows } = house.world.db
  const office = await rows.person.findUniqueOrThrow({ where: { email: 'office@tsumugi.example' } })
  const units = await rows.orderItem.count({ where: { orderId } })
  const price = { priceYen: units * 260, taxRateBp: 1000, taxYen: units * 26 }
  const unit = { secondsPerUnit: 300, unitPayYen: 110, reviewShareBp: 2000, overheadBp: 1500 }
  const decided = { decidedById: office.id, decidedAt: house.clock.now() }
  await rows.quote.create({
    data: {
      id: crypto.randomUUID(),
      orderId,
      version: 1,
      state: 'agreed',
      units,
      ...unit,
      ...price,
      ...decided,
      offeredById: office.id,
      offeredAt: house.clock.now(),
    },
  })
  await rows.order.update({ where: { id: orderId }, data: { state: 'agreed' } })
}

/** What was delivered is accepted and billed; answers the invoice's id. */
async function bill(house: House, { delivered }: Ids): Promise<string> {
  const { world } = house
  const { rows } = world.db
  const askOf = async (key: string) =>
    askAs(world, (await rows.person.findUniqueOrThrow({ where: { email: `${key}@tsumugi.example` } })).id)
  const us = await rows.organisation.findFirstOrThrow({ where: { kind: 'corporation' } })
  const today = japanDay(house.clock.now())
  await (await askOf('office'))(changeInvoiceIssuer, {
    body: {
      ...{ validFrom: today, name: us.name, nameEn: us.nameEn ?? us.name, registrationNumber: 'T7123456789012' },
      ...{ address: us.address ?? '', contact: us.contact ?? '', bankAccount: '八十二長野銀行 塩尻支店 普通 0000000' },
      ...{ rounding: 'floor', version: 0 },
    },
  })
  const delivery = await rows.delivery.findFirstOrThrow({ where: { orderId: delivered } })
  await (await askOf('client2'))(acceptDelivery, { params: { deliveryId: delivery.id } })
  const { clientId } = await rows.order.findUniqueOrThrow({ where: { id: delivered } })
  return (await (await askOf('payroll'))(issueInvoice, { body: { clientId, closingOn: today } })).id
}

await withScratchServer(takePictures)
