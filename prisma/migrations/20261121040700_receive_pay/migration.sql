-- Pay is owed from the day the work was received, not from its acceptance (Act 25 of 2023, Art. 4).
ALTER TYPE "ledger_account" ADD VALUE 'general_pay';
ALTER TYPE "ledger_account" ADD VALUE 'tax_paid';
ALTER TYPE "ledger_account" ADD VALUE 'withheld';
ALTER TYPE "ledger_account" ADD VALUE 'transfer_due';
ALTER TABLE "ledger_posting" ADD COLUMN "received_on" DATE, ADD COLUMN "assignment_id" UUID;

-- What was posted before: the day of the submission that was accepted, and of a review the day it was done.
ALTER TABLE "ledger_posting" DISABLE TRIGGER ledger_posting_append_only;
UPDATE "ledger_posting" p
SET assignment_id = CASE WHEN e.cause = 'assignment_accepted' THEN e.cause_id END,
    received_on = (coalesce((SELECT a.submitted_at FROM assignment a WHERE e.cause = 'assignment_accepted' AND a.id = e.cause_id),
                            p.posted_at) AT TIME ZONE 'Asia/Tokyo')::date
FROM "ledger_entry" e
WHERE e.id = p.entry_id AND p.account = 'payable';
ALTER TABLE "ledger_posting" ENABLE ALWAYS TRIGGER ledger_posting_append_only;

ALTER TABLE "ledger_posting"
  ADD CONSTRAINT ledger_posting_payable_is_received CHECK (account <> 'payable' OR amount_yen > 0 OR received_on IS NOT NULL),
  ADD CONSTRAINT ledger_posting_only_payable_is_received CHECK (account = 'payable' OR (received_on IS NULL AND assignment_id IS NULL));
-- Nobody is paid twice for one assignment, by whatever cause.
CREATE UNIQUE INDEX "ledger_posting_paid_once" ON "ledger_posting" ("assignment_id", "person_id") WHERE assignment_id IS NOT NULL;
CREATE INDEX "ledger_posting_received" ON "ledger_posting" ("received_on", "person_id") WHERE received_on IS NOT NULL;
