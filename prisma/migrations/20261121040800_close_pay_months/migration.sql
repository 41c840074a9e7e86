-- CreateEnum
CREATE TYPE "pay_month_state" AS ENUM ('open', 'proposed', 'approved', 'closed');

-- CreateEnum
CREATE TYPE "statement_state" AS ENUM ('sent', 'confirmed', 'confirmed_by_silence', 'disputed');

-- CreateTable
CREATE TABLE "pay_month" (
    "month" TEXT NOT NULL,
    "state" "pay_month_state" NOT NULL DEFAULT 'open',
    "fingerprint" TEXT,
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "pay_month_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "orderer_name" TEXT NOT NULL,
    "registration_number" TEXT,
    "line_count" INTEGER NOT NULL,
    "fee_yen" INTEGER NOT NULL,
    "tax_rate_bp" INTEGER NOT NULL,
    "tax_yen" INTEGER NOT NULL,
    "withheld_yen" INTEGER NOT NULL,
    "transfer_yen" INTEGER NOT NULL,
    "pay_on" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "statement_state" NOT NULL DEFAULT 'sent',
    "confirm_by" DATE NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "dispute_reason" TEXT,
    "answer" TEXT,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_line" (
    "posting_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,

    CONSTRAINT "statement_line_pkey" PRIMARY KEY ("posting_id")
);

-- CreateIndex
CREATE INDEX "statement_person_id_idx" ON "statement"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_month_number_key" ON "statement"("month", "number");

-- CreateIndex
CREATE UNIQUE INDEX "statement_month_person_id_key" ON "statement"("month", "person_id");

-- CreateIndex
CREATE INDEX "statement_line_statement_id_idx" ON "statement_line"("statement_id");

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_month_fkey" FOREIGN KEY ("month") REFERENCES "pay_month"("month") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_line" ADD CONSTRAINT "statement_line_posting_id_fkey" FOREIGN KEY ("posting_id") REFERENCES "ledger_posting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_line" ADD CONSTRAINT "statement_line_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ledger_posting" ADD CONSTRAINT ledger_posting_transfer_names_person CHECK (account <> 'transfer_due' OR person_id IS NOT NULL);
ALTER TABLE "pay_month"
  ADD CONSTRAINT pay_month_is_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT pay_month_proposed CHECK (state = 'open' OR (proposed_by_id IS NOT NULL AND proposed_at IS NOT NULL AND fingerprint IS NOT NULL)),
  -- The two-person rule: who approves is not who proposed.
  ADD CONSTRAINT pay_month_approved_by_another CHECK (state IN ('open', 'proposed')
    OR (approved_by_id IS NOT NULL AND approved_at IS NOT NULL AND approved_by_id <> proposed_by_id)),
  ADD CONSTRAINT pay_month_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL));
ALTER TABLE "statement"
  ADD CONSTRAINT statement_number CHECK (number >= 1 AND line_count >= 1),
  ADD CONSTRAINT statement_adds_up CHECK (transfer_yen = fee_yen + tax_yen - withheld_yen AND tax_yen >= 0 AND withheld_yen >= 0 AND transfer_yen >= 0),
  ADD CONSTRAINT statement_registration_number CHECK (registration_number ~ '^T\d{13}$'),
  ADD CONSTRAINT statement_decided CHECK ((state = 'sent') = (decided_at IS NULL)),
  ADD CONSTRAINT statement_dispute_has_reason CHECK (state <> 'disputed' OR dispute_reason IS NOT NULL);

-- A closed month stays closed, and nothing received in it is posted, stated or taken away any more.
CREATE FUNCTION refuse_in_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stored jsonb := CASE TG_OP WHEN 'INSERT' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
  closed text := coalesce(to_char((stored ->> 'received_on')::date, 'YYYY-MM'), stored ->> 'month');
BEGIN
  -- Months close in order: what is received before a closed one is closed with it.
  IF EXISTS (SELECT FROM pay_month m WHERE m.state = 'closed'
             AND (m.month = closed OR (TG_TABLE_NAME <> 'pay_month' AND m.month > closed))) THEN
    RAISE EXCEPTION 'the pay of % is closed: % of % refused', closed, TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER pay_month_closed_stays BEFORE UPDATE OR DELETE ON "pay_month" FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_month();
CREATE TRIGGER statement_in_open_month BEFORE INSERT ON "statement" FOR EACH ROW EXECUTE FUNCTION refuse_in_closed_month();
CREATE TRIGGER ledger_posting_in_open_month BEFORE INSERT ON "ledger_posting" FOR EACH ROW
  WHEN (NEW.received_on IS NOT NULL) EXECUTE FUNCTION refuse_in_closed_month();

-- A statement keeps exactly the lines and amounts it was made with; only its confirmation moves.
CREATE TRIGGER statement_stays BEFORE UPDATE ON "statement" FOR EACH ROW
  WHEN ((OLD.id, OLD.month, OLD.number, OLD.person_id, OLD.person_name, OLD.orderer_name, OLD.registration_number, OLD.line_count,
         OLD.fee_yen, OLD.tax_rate_bp, OLD.tax_yen, OLD.withheld_yen, OLD.transfer_yen, OLD.pay_on, OLD.made_at)
    IS DISTINCT FROM
        (NEW.id, NEW.month, NEW.number, NEW.person_id, NEW.person_name, NEW.orderer_name, NEW.registration_number, NEW.line_count,
         NEW.fee_yen, NEW.tax_rate_bp, NEW.tax_yen, NEW.withheld_yen, NEW.transfer_yen, NEW.pay_on, NEW.made_at))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_not_deleted BEFORE DELETE ON "statement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_no_truncate BEFORE TRUNCATE ON "statement" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_line_append_only BEFORE UPDATE OR DELETE ON "statement_line" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER statement_line_no_truncate BEFORE TRUNCATE ON "statement_line" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER pay_month_no_truncate BEFORE TRUNCATE ON "pay_month" EXECUTE FUNCTION refuse_change();

CREATE FUNCTION statement_has_its_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM statement_line l WHERE l.statement_id = NEW.id) <> NEW.line_count THEN
    RAISE EXCEPTION 'statement % does not have its % lines', NEW.id, NEW.line_count USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER statement_whole AFTER INSERT ON "statement"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION statement_has_its_lines();

-- Lines join only statements of a month that is not closed yet, only of their own person, and only what that month received.
CREATE FUNCTION statement_lines_belong() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM new_lines l
    JOIN statement s ON s.id = l.statement_id
    JOIN pay_month m ON m.month = s.month
    JOIN ledger_posting p ON p.id = l.posting_id
    WHERE m.state = 'closed' OR p.account <> 'payable' OR p.person_id IS DISTINCT FROM s.person_id
       OR p.received_on IS NULL OR p.received_on >= (to_date(s.month, 'YYYY-MM') + interval '1 month')
  ) THEN
    RAISE EXCEPTION 'a line does not belong to its statement' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER statement_line_belongs AFTER INSERT ON "statement_line" REFERENCING NEW TABLE AS new_lines
  FOR EACH STATEMENT EXECUTE FUNCTION statement_lines_belong();

DO $$
DECLARE
  guard record;
BEGIN
  FOR guard IN
    SELECT p.oid::regprocedure AS function FROM pg_proc p
    WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype AND p.proconfig IS NULL
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', guard.function, current_schema());
  END LOOP;
  FOR guard IN
    SELECT t.tgrelid::regclass AS relation, t.tgname AS name FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'O'
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', guard.relation, guard.name);
  END LOOP;
END $$;

INSERT INTO "dated_rate" (kind, valid_from, valid_to, value, source, checked_on) VALUES
  ('statement_silence_days', '2024-11-01', NULL, 7, '基本契約：送付後7日以内に連絡がないときは確認があったものとする（消費税法基本通達 11-6-6）', '2026-11-20');
