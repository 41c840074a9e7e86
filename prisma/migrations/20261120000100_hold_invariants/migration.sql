-- What must always hold, whoever writes: checks, partial unique indexes, append-only and zero-sum triggers.

-- Ids made inside the database (splits, set-based work) are uuid v7 too (RFC 9562): 48 bits of milliseconds, then random.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) PLACING
        substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON "event" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER submission_append_only BEFORE UPDATE OR DELETE ON "submission" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_append_only BEFORE UPDATE OR DELETE ON "review" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pin_message_append_only BEFORE UPDATE OR DELETE ON "pin_message" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_notice_append_only BEFORE UPDATE OR DELETE ON "terms_notice" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_receipt_append_only BEFORE UPDATE OR DELETE ON "terms_receipt" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER clause_append_only BEFORE UPDATE OR DELETE ON "clause" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_posting_append_only BEFORE UPDATE OR DELETE ON "ledger_posting" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON "ledger_entry" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_posting_no_truncate BEFORE TRUNCATE ON "ledger_posting" EXECUTE FUNCTION refuse_change();

-- Double entry: every ledger entry has postings and they sum to zero when the transaction ends.
CREATE FUNCTION ledger_entry_sums_to_zero() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entry uuid := CASE TG_TABLE_NAME WHEN 'ledger_entry' THEN (to_jsonb(NEW) ->> 'id')::uuid
                                   ELSE (to_jsonb(NEW) ->> 'entry_id')::uuid END;
  postings bigint;
  total numeric;
BEGIN
  SELECT count(*), coalesce(sum(amount_yen), 0) INTO postings, total FROM ledger_posting WHERE entry_id = entry;
  IF postings < 2 OR total <> 0 THEN
    RAISE EXCEPTION 'ledger entry % has % postings that sum to %', entry, postings, total USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_zero_sum AFTER INSERT ON "ledger_entry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_sums_to_zero();
CREATE CONSTRAINT TRIGGER ledger_posting_zero_sum AFTER INSERT ON "ledger_posting"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_sums_to_zero();
ALTER TABLE "ledger_posting"
  ADD CONSTRAINT ledger_posting_not_zero CHECK (amount_yen <> 0),
  ADD CONSTRAINT ledger_posting_payable_names_person CHECK (account <> 'payable' OR person_id IS NOT NULL),
  ADD CONSTRAINT ledger_posting_receivable_names_client CHECK (account <> 'receivable' OR client_id IS NOT NULL),
  ADD CONSTRAINT ledger_posting_cost_names_order CHECK (account NOT IN ('worker_pay', 'review_pay', 'revenue') OR order_id IS NOT NULL);

-- The author of a submission is never its reviewer; (submission_id, author_id) is a foreign key, so author_id cannot lie.
ALTER TABLE "review"
  ADD CONSTRAINT review_author_is_not_reviewer CHECK (author_id <> reviewer_id),
  ADD CONSTRAINT review_fixed_has_answer CHECK ((decision = 'fixed') = (fixed_answer IS NOT NULL));

-- Who holds what: one person or nobody, a lease exactly while claimed, terms confirmed before any claim.
ALTER TABLE "assignment"
  ADD CONSTRAINT assignment_person_when_taken CHECK ((state IN ('claimed', 'submitted', 'returned', 'accepted')) = (person_id IS NOT NULL) OR state = 'cancelled'),
  ADD CONSTRAINT assignment_lease_while_claimed CHECK ((state = 'claimed') = (lease_until IS NOT NULL)),
  ADD CONSTRAINT assignment_terms_when_taken CHECK (person_id IS NULL OR terms_notice_id IS NOT NULL),
  ADD CONSTRAINT assignment_team_unless_held CHECK (state IN ('held', 'cancelled') OR team_id IS NOT NULL),
  ADD CONSTRAINT assignment_submitted_at CHECK (state NOT IN ('submitted', 'accepted') OR submitted_at IS NOT NULL),
  ADD CONSTRAINT assignment_fee_not_negative CHECK (fee_yen >= 0);

-- The claim's own index: every filter of the statement first, its order last.
CREATE INDEX assignment_open ON "assignment" (team_id, order_id, number, slot) WHERE state = 'open';
CREATE INDEX assignment_lease ON "assignment" (lease_until) WHERE state = 'claimed';
CREATE INDEX assignment_person ON "assignment" (person_id, state) WHERE person_id IS NOT NULL;
CREATE INDEX assignment_submitted ON "assignment" (team_id, submitted_at) WHERE state = 'submitted';

ALTER TABLE "task"
  ADD CONSTRAINT task_range CHECK (items_from >= 0 AND items_from < items_to),
  ADD CONSTRAINT task_fee_not_negative CHECK (fee_yen >= 0);
ALTER TABLE "order_item" ADD CONSTRAINT order_item_size CHECK (position >= 0 AND width > 0 AND height > 0);
ALTER TABLE "allotment" ADD CONSTRAINT allotment_share CHECK (share_bp BETWEEN 1 AND 10000);

CREATE UNIQUE INDEX quote_one_offered ON "quote" (order_id) WHERE state = 'offered';
CREATE UNIQUE INDEX quote_one_agreed ON "quote" (order_id) WHERE state = 'agreed';
CREATE UNIQUE INDEX split_one_live ON "split" (order_id) WHERE state IN ('running', 'done');
CREATE UNIQUE INDEX delivery_one_making ON "delivery" (order_id) WHERE state = 'making';
ALTER TABLE "quote" ADD CONSTRAINT quote_amounts CHECK (units > 0 AND seconds_per_unit > 0 AND unit_pay_yen > 0 AND price_yen >= 0 AND tax_yen >= 0);
ALTER TABLE "order"
  ADD CONSTRAINT order_cancelled_has_reason CHECK ((state = 'cancelled') = (cancelled_reason IS NOT NULL)),
  ADD CONSTRAINT order_has_format CHECK (cardinality(delivery_formats) > 0);
ALTER TABLE "delivery" ADD CONSTRAINT delivery_ready_has_file CHECK (state IN ('making', 'failed') OR file_id IS NOT NULL);

-- A role stands in the place it needs, once.
ALTER TABLE "membership"
  ADD CONSTRAINT membership_place CHECK (
    CASE
      WHEN role IN ('worker', 'leader', 'director') THEN team_id IS NOT NULL AND organisation_id IS NULL AND order_id IS NULL
      WHEN role IN ('client', 'partner', 'municipality') THEN organisation_id IS NOT NULL AND team_id IS NULL AND order_id IS NULL
      WHEN role = 'pro' THEN order_id IS NOT NULL AND team_id IS NULL AND organisation_id IS NULL
      ELSE team_id IS NULL AND organisation_id IS NULL AND order_id IS NULL
    END);
CREATE UNIQUE INDEX membership_once ON "membership" (person_id, role, coalesce(team_id, organisation_id, order_id, '00000000-0000-0000-0000-000000000000'::uuid));

ALTER TABLE "person" ADD CONSTRAINT person_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT person_language CHECK (language IN ('ja', 'en'));

-- Consumption tax (消費税法 29条 and 地方税法 72条の83: 7.8 % + 2.2 %).
INSERT INTO "dated_rate" (kind, valid_from, valid_to, value, source, checked_on) VALUES
  ('consumption_tax_bp', '2014-04-01', '2019-10-01', 800, '消費税法等の一部を改正する法律（平成24年法律第68号）', '2026-11-20'),
  ('consumption_tax_bp', '2019-10-01', NULL, 1000, '消費税法等の一部を改正する法律（平成24年法律第68号）・所得税法等の一部を改正する法律（平成28年法律第15号）', '2026-11-20');
