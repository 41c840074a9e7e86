-- More of what must always hold, and none of it avoidable by what a session sets.

-- A review and a pin belong to the assignment their submission belongs to; they cannot name another.
CREATE UNIQUE INDEX "submission_id_assignment_id_key" ON "submission"("id", "assignment_id");
CREATE UNIQUE INDEX "submission_id_assignment_id_author_id_key" ON "submission"("id", "assignment_id", "author_id");
CREATE UNIQUE INDEX "review_submission_id_assignment_id_author_id_key" ON "review"("submission_id", "assignment_id", "author_id");
ALTER TABLE "review" DROP CONSTRAINT "review_submission_id_author_id_fkey";
DROP INDEX "review_submission_id_author_id_key";
DROP INDEX "submission_id_author_id_key";
ALTER TABLE "review" ADD CONSTRAINT "review_submission_id_assignment_id_author_id_fkey"
  FOREIGN KEY ("submission_id", "assignment_id", "author_id") REFERENCES "submission"("id", "assignment_id", "author_id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pin" DROP CONSTRAINT "pin_submission_id_fkey";
ALTER TABLE "pin" ADD CONSTRAINT "pin_submission_id_assignment_id_fkey"
  FOREIGN KEY ("submission_id", "assignment_id") REFERENCES "submission"("id", "assignment_id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who submits holds the assignment when the transaction ends: the author cannot be somebody else either.
CREATE FUNCTION submission_author_holds_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM assignment WHERE id = NEW.assignment_id AND person_id = NEW.author_id) THEN
    RAISE EXCEPTION 'submission % is by %, who does not hold assignment %', NEW.id, NEW.author_id, NEW.assignment_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER submission_author AFTER INSERT ON "submission"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION submission_author_holds_assignment();

-- Accepted work has been paid: whose it is, what it pays and that it is accepted stay.
CREATE FUNCTION refuse_change_of_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'assignment % is accepted: % refused', OLD.id, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER assignment_accepted_stays BEFORE UPDATE ON "assignment" FOR EACH ROW
  WHEN (OLD.state = 'accepted' AND (NEW.state, NEW.person_id, NEW.fee_yen, NEW.task_id, NEW.order_id)
    IS DISTINCT FROM (OLD.state, OLD.person_id, OLD.fee_yen, OLD.task_id, OLD.order_id))
  EXECUTE FUNCTION refuse_change_of_accepted();
CREATE TRIGGER assignment_accepted_not_deleted BEFORE DELETE ON "assignment" FOR EACH ROW
  WHEN (OLD.state = 'accepted') EXECUTE FUNCTION refuse_change_of_accepted();

-- A published manual keeps exactly the clauses it was published with.
ALTER TABLE "manual" ADD COLUMN "clause_count" INTEGER;
UPDATE "manual" m SET clause_count = (SELECT count(*) FROM "clause" c WHERE c.manual_id = m.id);
ALTER TABLE "manual" ALTER COLUMN "clause_count" SET NOT NULL;
CREATE FUNCTION manual_has_its_clauses() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  manual uuid := CASE TG_TABLE_NAME WHEN 'manual' THEN (to_jsonb(NEW) ->> 'id')::uuid
                                    ELSE (to_jsonb(NEW) ->> 'manual_id')::uuid END;
  expected integer;
  present bigint;
BEGIN
  SELECT clause_count INTO expected FROM manual m WHERE m.id = manual;
  SELECT count(*) INTO present FROM clause c WHERE c.manual_id = manual;
  IF present <> expected OR present = 0 THEN
    RAISE EXCEPTION 'manual % has % clauses, not %', manual, present, expected USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER manual_whole AFTER INSERT ON "manual"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION manual_has_its_clauses();
CREATE CONSTRAINT TRIGGER clause_whole AFTER INSERT ON "clause"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION manual_has_its_clauses();
CREATE TRIGGER manual_append_only BEFORE UPDATE OR DELETE ON "manual" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An entry keeps exactly the postings it was made with: a later pair that sums to zero is a change all the same.
ALTER TABLE "ledger_entry" ADD COLUMN "posting_count" INTEGER;
ALTER TABLE "ledger_entry" DISABLE TRIGGER ledger_entry_append_only;
UPDATE "ledger_entry" e SET posting_count = (SELECT count(*) FROM "ledger_posting" p WHERE p.entry_id = e.id);
ALTER TABLE "ledger_entry" ENABLE TRIGGER ledger_entry_append_only;
ALTER TABLE "ledger_entry" ALTER COLUMN "posting_count" SET NOT NULL;
CREATE OR REPLACE FUNCTION ledger_entry_sums_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry uuid := CASE TG_TABLE_NAME WHEN 'ledger_entry' THEN (to_jsonb(NEW) ->> 'id')::uuid
                                   ELSE (to_jsonb(NEW) ->> 'entry_id')::uuid END;
  expected integer;
  postings bigint;
  total numeric;
BEGIN
  SELECT posting_count INTO expected FROM ledger_entry WHERE id = entry;
  SELECT count(*), coalesce(sum(amount_yen), 0) INTO postings, total FROM ledger_posting WHERE entry_id = entry;
  IF postings < 2 OR postings <> expected OR total <> 0 THEN
    RAISE EXCEPTION 'ledger entry % has % postings (made with %) that sum to %', entry, postings, expected, total
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Append-only tables cannot be emptied either.
CREATE TRIGGER submission_no_truncate BEFORE TRUNCATE ON "submission" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_no_truncate BEFORE TRUNCATE ON "review" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pin_message_no_truncate BEFORE TRUNCATE ON "pin_message" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_notice_no_truncate BEFORE TRUNCATE ON "terms_notice" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_receipt_no_truncate BEFORE TRUNCATE ON "terms_receipt" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clause_no_truncate BEFORE TRUNCATE ON "clause" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER manual_no_truncate BEFORE TRUNCATE ON "manual" EXECUTE FUNCTION refuse_change();

ALTER TABLE "quote" ADD CONSTRAINT quote_shares CHECK (review_share_bp >= 0 AND overhead_bp >= 0 AND tax_rate_bp >= 0);
ALTER TABLE "submission" ADD CONSTRAINT submission_counts CHECK (revision >= 1 AND active_seconds >= 0);
ALTER TABLE "draft" ADD CONSTRAINT draft_counts CHECK (version >= 1 AND active_seconds >= 0);
ALTER TABLE "pin" ADD CONSTRAINT pin_number CHECK (number >= 1);
ALTER TABLE "delivery" ADD CONSTRAINT delivery_change_has_reason CHECK (state <> 'change_requested' OR reason IS NOT NULL);
ALTER TABLE "dated_rate" ADD CONSTRAINT dated_rate_range CHECK (valid_to IS NULL OR valid_from < valid_to);

-- The functions look into our own schema, whatever search_path a session sets and whatever temporary tables it makes,
-- and the triggers that guard records fire in every session_replication_role.
DO $$
DECLARE
  guard record;
BEGIN
  FOR guard IN
    SELECT p.oid::regprocedure AS function FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', guard.function, current_schema());
  END LOOP;
  FOR guard IN
    SELECT t.tgrelid::regclass AS relation, t.tgname AS name FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', guard.relation, guard.name);
  END LOOP;
END $$;
