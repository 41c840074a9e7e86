import { hashPassword } from '../../api/src/people/public.ts'
import type { House } from './house.ts'

/** What everybody signs in with who was given a password by `givePassword`. */
export const townPassword = 'correct horse battery'

/** Lets a person of the town sign in with `townPassword`. */
export async function givePassword(house: House, personId: string): Promise<void> {
  const passwordHash = await hashPassword(townPassword)
  await house.world.db.rows.person.update({ where: { id: personId }, data: { passwordHash } })
}
