import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { day, done, id, instant, line, name } from './values.ts'

/** Who holds a registration number. The check digit is certain for corporations only. */
export const taxHolder = z.enum(['person', 'corporation'])

const profile = z.object({
  id,
  /** Holds from this day on, until something entered later holds. */
  validFrom: day,
  /** T and 13 digits; null: issues no qualified invoices. */
  registrationNumber: z.string().nullable(),
  holder: taxHolder.nullable(),
  /** A person's number whose check digit does not fit, where sources differ whether it must: look twice. */
  isDoubtful: z.boolean(),
  enteredBy: name,
  enteredAt: instant,
  /** Looked up by hand in the public register (国税庁 公表サイト), the last time. */
  verified: z.object({ on: day, name: z.string(), by: name }).nullable(),
})

export const getTaxProfile = endpoint({
  name: 'getTaxProfile',
  method: 'GET',
  path: '/api/people/:personId/tax-profile',
  action: 'tax_profile.read',
  summary:
    'Whether somebody issues qualified invoices (適格請求書): today, from which day on, and all that was entered.',
  params: z.object({ personId: id }),
  answer: z.object({
    /** Null: nothing was entered that holds today, which counts as not registered. */
    current: profile.nullable(),
    /** What will hold from a day to come. */
    next: profile.nullable(),
    /** As entered, the newest first. */
    entered: z.array(profile),
  }),
  refusals: [],
})
export const enterTaxProfile = endpoint({
  name: 'enterTaxProfile',
  method: 'POST',
  path: '/api/tax-profile',
  action: 'tax_profile.enter',
  summary:
    'Says from which day on one issues qualified invoices under which number, or none. What was entered before stays on record; pay is the same either way.',
  body: z.object({
    validFrom: day,
    /** Null: not registered, or no longer. */
    registration: z.object({ number: line(40), holder: taxHolder }).nullable(),
  }),
  answer: z.object({ isDoubtful: z.boolean() }),
  refusals: ['tax_profile.wrong_shape', 'tax_profile.wrong_digit', 'tax_profile.too_early'],
})
export const verifyTaxProfile = endpoint({
  name: 'verifyTaxProfile',
  method: 'POST',
  path: '/api/tax-profiles/:profileId/verification',
  action: 'tax_profile.verify',
  summary: 'Notes that a number was looked up by hand in the public register, and the name found there.',
  params: z.object({ profileId: id }),
  body: z.object({ verifiedOn: day, verifiedName: line(120) }),
  answer: done,
  refusals: ['tax_profile.not_registered', 'tax_profile.future'],
})
