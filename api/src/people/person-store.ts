import type { MembershipInput } from '@tsumugi/kit/contract/people.ts'
import type { Tx } from '../db/database.ts'
import type { Person } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import { nextVersion, Refusal } from '../kernel/refusal.ts'
import { type KnownPlaces, membershipKey } from './membership-rules.ts'

/** Somebody new. */
export interface NewPerson {
  /** Lower case. */
  email: string
  displayName: string
  language: 'ja' | 'en'
  /** From `hashPassword`; null for somebody who cannot sign in yet. */
  passwordHash: string | null
  memberships: readonly MembershipInput[]
  at: Date
  id?: string
}

/** Writes a person with their roles; refuses with `person.email_taken`, also when two come at once. */
export async function registerPerson(tx: Tx, person: NewPerson): Promise<{ id: string }> {
  const id = person.id ?? newId()
  const { email, displayName, language, passwordHash, at: createdAt } = person
  const made = await tx.rows.person.createMany({
    data: [{ id, email, displayName, language, passwordHash, createdAt }],
    skipDuplicates: true,
  })
  if (made.count === 0) throw new Refusal('person.email_taken')
  await addMemberships(tx, id, person.memberships, createdAt)
  return { id }
}

/** Makes a person's memberships exactly these, as this version; those that stay keep their row. */
export async function replaceMemberships(
  tx: Tx,
  personId: string,
  { memberships, version }: { memberships: readonly MembershipInput[]; version: number },
  now: Date,
): Promise<void> {
  await tx.rows.person.updateMany({ where: { id: personId }, data: { rolesVersion: version } })
  const wanted = new Set(memberships.map(membershipKey))
  const held = await tx.rows.membership.findMany({ where: { personId } })
  const gone = held.filter((each) => !wanted.has(membershipKey(each)))
  await tx.rows.membership.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  const kept = new Set(held.map(membershipKey))
  await addMemberships(
    tx,
    personId,
    memberships.filter((each) => !kept.has(membershipKey(each))),
    now,
  )
}

/** What people set for themselves, as it is kept; quiet hours in minutes after midnight in Japan. */
export type OwnSettings = Partial<
  Pick<
    Person,
    'displayName' | 'language' | 'colourScheme' | 'textSize' | 'motion' | 'timeFactor' | 'quietFrom' | 'quietTo'
  >
>

/** Changes what people may change about themselves, on top of the version that was read; gives the new version. */
export async function changePerson(tx: Tx, id: string, read: number, values: OwnSettings): Promise<number> {
  const person = await lockPerson(tx, id)
  const version = nextVersion({ read, now: person?.settingsVersion ?? 0 })
  await tx.rows.person.updateMany({ where: { id }, data: { ...values, settingsVersion: version } })
  return version
}

/** What `hashPassword` made of a new password. */
export async function setPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.rows.person.updateMany({ where: { id }, data: { passwordHash } })
}

/** Has this installation no people at all? */
export async function nobodyIsRegistered(tx: Tx): Promise<boolean> {
  return (await tx.rows.person.findFirst({ select: { id: true } })) === null
}

/** Is somebody registered with this address, lower case? */
export async function emailIsTaken(tx: Tx, email: string): Promise<boolean> {
  return (await tx.rows.person.count({ where: { email } })) > 0
}

/** Locks a person; answers their name and versions, or null when there is no such person. */
export async function lockPerson(
  tx: Tx,
  id: string,
): Promise<Pick<Person, 'displayName' | 'settingsVersion' | 'rolesVersion'> | null> {
  const rows = await tx.rows.$queryRaw<Pick<Person, 'displayName' | 'settingsVersion' | 'rolesVersion'>[]>`
    SELECT display_name AS "displayName", settings_version AS "settingsVersion", roles_version AS "rolesVersion"
      FROM person WHERE id = ${id}::uuid FOR UPDATE`
  return rows[0] ?? null
}

/** Locks everybody's role in the office, in a steady order; answers who holds it. */
export async function lockOffice(tx: Tx): Promise<string[]> {
  const rows = await tx.rows.$queryRaw<{ personId: string }[]>`
    SELECT person_id AS "personId" FROM membership WHERE role = 'office' ORDER BY id FOR UPDATE`
  return rows.map(({ personId }) => personId)
}

/** Which of the named teams, organisations and orders there are. */
export async function knownPlaces(tx: Tx, memberships: readonly MembershipInput[]): Promise<KnownPlaces> {
  const ids = (key: 'teamId' | 'organisationId' | 'orderId') => memberships.flatMap((each) => each[key] ?? [])
  const select = { id: true } as const
  const teams = await tx.rows.team.findMany({ where: { id: { in: ids('teamId') } }, select })
  const orders = await tx.rows.order.findMany({ where: { id: { in: ids('orderId') } }, select })
  const organisations = await tx.rows.organisation.findMany({
    where: { id: { in: ids('organisationId') } },
    select: { id: true, kind: true },
  })
  return {
    teamIds: new Set(teams.map(({ id }) => id)),
    organisationKinds: new Map(organisations.map(({ id, kind }) => [id, kind])),
    orderIds: new Set(orders.map(({ id }) => id)),
  }
}

async function addMemberships(tx: Tx, personId: string, memberships: readonly MembershipInput[], createdAt: Date) {
  const once = new Map(memberships.map((each) => [membershipKey(each), each]))
  await tx.rows.membership.createMany({
    data: [...once.values()].map(({ role, teamId, organisationId, orderId }) => ({
      id: newId(),
      personId,
      role,
      teamId: teamId ?? null,
      organisationId: organisationId ?? null,
      orderId: orderId ?? null,
      createdAt,
    })),
  })
}
