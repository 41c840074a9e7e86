-- Used from the next migration on: a value of an enum cannot be used in the transaction that adds it.
ALTER TYPE "pay_kind" ADD VALUE IF NOT EXISTS 'per_hour';
