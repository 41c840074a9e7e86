/** Everybody's role, as in the glossary; a person may hold several. */
export const roles = [
  'worker',
  'leader',
  'director',
  'coordinator',
  'office',
  'payroll',
  'client',
  'partner',
  'municipality',
  'pro',
] as const
export type Role = (typeof roles)[number]
