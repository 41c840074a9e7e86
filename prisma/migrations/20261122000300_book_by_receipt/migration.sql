-- Books go by the day something belongs to: pay by the day its work was received, a statement by the last day of its month,
-- everything else by the day it was posted. A close on 1 December thus books November.
ALTER TABLE "ledger_posting" ADD COLUMN "booked_on" DATE;
ALTER TABLE "ledger_posting" DISABLE TRIGGER ledger_posting_append_only;
UPDATE "ledger_posting" p SET booked_on = coalesce(
  (SELECT max(r.received_on) FROM ledger_posting r WHERE r.entry_id = p.entry_id),
  (SELECT ((s.month || '-01')::date + interval '1 month - 1 day')::date FROM ledger_entry e JOIN statement s ON s.id = e.cause_id
   WHERE e.id = p.entry_id AND e.cause = 'statement_made'),
  (p.posted_at AT TIME ZONE 'Asia/Tokyo')::date);
ALTER TABLE "ledger_posting" ENABLE ALWAYS TRIGGER ledger_posting_append_only;
ALTER TABLE "ledger_posting" ALTER COLUMN "booked_on" SET NOT NULL;
ALTER TABLE "ledger_posting" ADD CONSTRAINT ledger_posting_booked_when_received CHECK (received_on IS NULL OR booked_on = received_on);
