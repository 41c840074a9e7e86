-- By itself: a value of an enum can be used only once the migration that adds it is done.
ALTER TYPE "ledger_account" ADD VALUE IF NOT EXISTS 'bank';
ALTER TYPE "ledger_account" ADD VALUE IF NOT EXISTS 'bank_fee';
ALTER TYPE "ledger_account" ADD VALUE IF NOT EXISTS 'advance';
ALTER TYPE "ledger_account" ADD VALUE IF NOT EXISTS 'suspense';
ALTER TYPE "ledger_account" ADD VALUE IF NOT EXISTS 'discount';
