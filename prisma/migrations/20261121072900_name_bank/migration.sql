-- Money in the bank: what transfers go out of. A value of its own step, because a new one cannot be used in the same transaction.
ALTER TYPE "ledger_account" ADD VALUE IF NOT EXISTS 'bank';
