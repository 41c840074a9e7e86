/**
 * Every column whose values are sealed, with what its table calls its rows by. What is not named here cannot be sealed, so that
 * `npm run rotate-keys` misses nothing. A sealed column's name begins with `sealed_`, and a check in the database holds it to
 * `~ '^s1:'`: nothing gets in as plain text.
 */
export const sealedColumns = {
  'bank_account.sealed_number': 'id',
  'mail.sealed_content': 'id',
  'second_factor.sealed_secret': 'person_id',
  'payer_account.sealed_number': 'id',
  'transfer_run.sealed_file': 'id',
  'webhook.sealed_secret': 'id',
} as const
export type SealedColumn = keyof typeof sealedColumns
