import type { Attempt } from './attempt.ts'

const secondFactor = (by: string, what: string, values: string): Attempt => ({
  by,
  what,
  sql: ({ town }) =>
    `INSERT INTO public.second_factor (person_id, sealed_secret, begun_at, confirmed_at) VALUES ('${town.people.hana}', ${values})`,
  code: '23514',
})

export const accounts: Attempt[] = [
  secondFactor('second_factor_sealed', 'a secret in the clear', `'JBSWY3DPEHPK3PXP', now(), NULL`),
  secondFactor('second_factor_confirmed_by_code', 'codes confirmed without a code', `'s1:own:x', now(), now()`),
]
