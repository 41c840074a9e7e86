import type { Role } from '@tsumugi/kit/contract/roles.ts'
import type { Rows } from '../db/database.ts'

/** Whom a credential belongs to. */
export interface Account {
  id: string
  email: string
  displayName: string
  language: 'ja' | 'en'
  passwordHash: string | null
  roles: Role[]
}

/** The active person with this id, or this address in lower case; null when there is none. */
export async function loadAccount(rows: Rows, who: { id: string } | { email: string }): Promise<Account | null> {
  const person = await rows.person.findFirst({
    where: { ...who, state: 'active' },
    select: {
      id: true,
      email: true,
      displayName: true,
      language: true,
      passwordHash: true,
      memberships: { select: { role: true } },
    },
  })
  if (!person) return null
  const { memberships, ...rest } = person
  return {
    ...rest,
    language: person.language === 'en' ? 'en' : 'ja',
    roles: memberships.map(({ role }) => role),
  }
}
