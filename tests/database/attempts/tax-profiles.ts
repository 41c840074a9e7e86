import { newId } from '../../../api/src/kernel/ids.ts'
import { dateOfDay } from '../../../api/src/kernel/japan-day.ts'
import type { House } from '../../support/house.ts'
import { makeTaxProfile } from '../../support/tax-profile-row.ts'
import type { Town } from '../../support/town.ts'
import { type Attempt, copy } from './attempt.ts'
import type { Records } from './records.ts'

/** hana's registration from 2999 on, looked up by the office. */
export async function addTaxProfile(house: House, town: Town) {
  const profileId = await makeTaxProfile(house, town.people.hana)
  const taxVerification = newId()
  const verified = { verifiedOn: dateOfDay('2026-11-20'), verifiedName: 'x', verifiedById: town.people.office }
  await house.world.db.rows.taxVerification.create({
    data: {
      ...{ id: taxVerification, profileId, registrationNumber: 'T7123456789012' },
      ...{ ...verified, verifiedAt: house.clock.now() },
    },
  })
  return { taxProfile: profileId, taxVerification }
}

const next = ({ taxProfile }: Records, changes: Record<string, unknown>) =>
  copy('tax_profile', taxProfile, { number: 2, ...changes })

/** Registrations for qualified invoices. */
export const taxProfiles: Attempt[] = [
  {
    by: 'tax_profile_person_id_number_key',
    what: 'two entries in one place, of which neither is the newer',
    sql: (r) => next(r, { number: 1 }),
    code: '23505',
  },
  {
    by: 'tax_profile_number',
    what: 'an entry before the first',
    sql: (r) => next(r, { number: 0 }),
    code: '23514',
  },
  {
    by: 'tax_profile_registration_number',
    what: 'a number of twelve digits',
    sql: (r) => next(r, { registration_number: 'T712345678901' }),
    code: '23514',
  },
  {
    by: 'tax_profile_check_digit',
    what: 'a corporation’s number whose check digit is wrong',
    sql: (r) => next(r, { registration_number: 'T1234567890123', holder: 'corporation' }),
    code: '23514',
  },
  {
    by: 'tax_profile_holder',
    what: 'a number of nobody',
    sql: (r) => next(r, { holder: null }),
    code: '23514',
  },
  {
    by: 'tax_profile_from',
    what: 'a registration older than the scheme',
    sql: (r) => next(r, { valid_from: '2023-09-30' }),
    code: '23514',
  },
  {
    by: 'tax_verification_names',
    what: 'a look into the register that found no name',
    sql: ({ taxVerification }) => copy('tax_verification', taxVerification, { verified_name: '' }),
    code: '23514',
  },
  {
    by: 'tax_verification_profile_id_registration_number_fkey',
    what: 'another number looked up than was entered',
    sql: ({ taxVerification }) => copy('tax_verification', taxVerification, { registration_number: 'T4011001098993' }),
    code: '23503',
  },
]
