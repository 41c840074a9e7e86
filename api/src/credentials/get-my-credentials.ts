import type { getMyCredentials as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import type { Command } from '../http/command.ts'
import { recoveryCodesLeft } from './recovery-code-store.ts'
import { codesOf } from './second-factor-store.ts'

/** What one signs in with besides the password. */
export const getMyCredentials: Command<typeof endpoint> = async ({ world, actor: { personId } }) => {
  const { rows } = world.db
  const codes = await codesOf(rows, personId)
  const passkeys = await rows.passkey.findMany({
    where: { personId },
    select: { id: true, name: true, madeAt: true, lastUsedAt: true },
    orderBy: { id: 'asc' },
  })
  return {
    codesSince: codes?.confirmedAt?.toISOString() ?? null,
    recoveryCodesLeft: await recoveryCodesLeft(rows, personId),
    passkeys: passkeys.map(({ madeAt, lastUsedAt, ...passkey }) => ({
      ...passkey,
      madeAt: madeAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  }
}
