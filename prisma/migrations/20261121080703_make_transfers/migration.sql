-- CreateEnum
CREATE TYPE "account_kind" AS ENUM ('ordinary', 'current', 'savings');

-- CreateEnum
CREATE TYPE "bank_account_state" AS ENUM ('waiting', 'current', 'replaced', 'refused');

-- CreateEnum
CREATE TYPE "transfer_run_state" AS ENUM ('prepared', 'approved', 'executed', 'withdrawn');

-- CreateEnum
CREATE TYPE "transfer_state" AS ENUM ('planned', 'sent', 'returned', 'dropped');

-- CreateTable
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "bank_account_state" NOT NULL,
    "bank_code" TEXT NOT NULL,
    "branch_code" TEXT NOT NULL,
    "kind" "account_kind" NOT NULL,
    "sealed_number" TEXT NOT NULL,
    "number_tail" TEXT NOT NULL,
    "holder_kana" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payer_account" (
    "id" UUID NOT NULL,
    "payer_code" TEXT NOT NULL,
    "name_kana" TEXT NOT NULL,
    "bank_code" TEXT NOT NULL,
    "branch_code" TEXT NOT NULL,
    "kind" "account_kind" NOT NULL,
    "sealed_number" TEXT NOT NULL,
    "number_tail" TEXT NOT NULL,
    "newline" TEXT NOT NULL,
    "manner" TEXT NOT NULL,
    "clearing" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payer_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer_run" (
    "id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "transfer_on" DATE NOT NULL,
    "state" "transfer_run_state" NOT NULL DEFAULT 'prepared',
    "payer_account_id" UUID NOT NULL,
    "transfer_count" INTEGER NOT NULL,
    "total_yen" BIGINT NOT NULL,
    "prepared_by_id" UUID NOT NULL,
    "prepared_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "sealed_file" TEXT,
    "file_sha256" TEXT,
    "executed_by_id" UUID,
    "executed_at" TIMESTAMPTZ(3),
    "withdrawal" TEXT,

    CONSTRAINT "transfer_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "bank_account_id" UUID NOT NULL,
    "amount_yen" INTEGER NOT NULL,
    "is_first" BOOLEAN NOT NULL,
    "state" "transfer_state" NOT NULL DEFAULT 'planned',
    "returned_by_id" UUID,
    "returned_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "bank_account_person_id_idx" ON "bank_account"("person_id");

-- CreateIndex
CREATE INDEX "transfer_run_month_idx" ON "transfer_run"("month");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_run_number_key" ON "transfer_run"("number");

-- CreateIndex
CREATE INDEX "transfer_run_id_idx" ON "transfer"("run_id");

-- CreateIndex
CREATE INDEX "transfer_bank_account_id_idx" ON "transfer"("bank_account_id");

-- CreateIndex
CREATE INDEX "transfer_statement_id_idx" ON "transfer"("statement_id");

-- AddForeignKey
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_run" ADD CONSTRAINT "transfer_run_month_fkey" FOREIGN KEY ("month") REFERENCES "pay_month"("month") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_run" ADD CONSTRAINT "transfer_run_payer_account_id_fkey" FOREIGN KEY ("payer_account_id") REFERENCES "payer_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "transfer_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_bank_account_id_fkey" FOREIGN KEY ("bank_account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One account at a time is paid to, and one change at a time waits.
CREATE UNIQUE INDEX "bank_account_one_current" ON "bank_account" ("person_id") WHERE state = 'current';
CREATE UNIQUE INDEX "bank_account_one_waiting" ON "bank_account" ("person_id") WHERE state = 'waiting';
ALTER TABLE "bank_account"
  ADD CONSTRAINT bank_account_codes CHECK (bank_code ~ '^\d{4}$' AND branch_code ~ '^\d{3}$' AND number_tail ~ '^\d{3}$' AND holder_kana <> ''),
  ADD CONSTRAINT bank_account_sealed CHECK (sealed_number ~ '^s1:'),
  ADD CONSTRAINT bank_account_decided CHECK ((decided_by_id IS NULL) = (decided_at IS NULL) AND (state <> 'refused' OR decided_at IS NOT NULL)),
  -- The two-person rule: what staff change for somebody holds only after another of them agreed.
  ADD CONSTRAINT bank_account_agreed_by_another CHECK (made_by_id = person_id OR state IN ('waiting', 'refused')
    OR (decided_by_id IS NOT NULL AND decided_by_id <> made_by_id));
CREATE TRIGGER bank_account_stays BEFORE UPDATE ON "bank_account" FOR EACH ROW
  WHEN ((to_jsonb(OLD) - ARRAY['state', 'decided_by_id', 'decided_at', 'sealed_number'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'decided_by_id', 'decided_at', 'sealed_number']))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_account_not_deleted BEFORE DELETE ON "bank_account" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "payer_account"
  ADD CONSTRAINT payer_account_codes CHECK (payer_code ~ '^\d{10}$' AND bank_code ~ '^\d{4}$' AND branch_code ~ '^\d{3}$' AND name_kana <> ''),
  ADD CONSTRAINT payer_account_sealed CHECK (sealed_number ~ '^s1:'),
  ADD CONSTRAINT payer_account_habits CHECK (newline IN ('crlf', 'none') AND manner IN ('7', '8', '0', ' ') AND clearing IN ('0000', '    '));
CREATE TRIGGER payer_account_stays BEFORE UPDATE ON "payer_account" FOR EACH ROW
  WHEN ((to_jsonb(OLD) - 'sealed_number') IS DISTINCT FROM (to_jsonb(NEW) - 'sealed_number')) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payer_account_not_deleted BEFORE DELETE ON "payer_account" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "transfer_run"
  ADD CONSTRAINT transfer_run_has_transfers CHECK (transfer_count >= 1 AND total_yen >= transfer_count),
  -- The two-person rule: who approves is not who prepared.
  ADD CONSTRAINT transfer_run_approved_by_another CHECK (state IN ('prepared', 'withdrawn')
    OR (approved_by_id IS NOT NULL AND approved_at IS NOT NULL AND approved_by_id <> prepared_by_id)),
  -- A file is there exactly from the approval on.
  ADD CONSTRAINT transfer_run_file CHECK ((state IN ('approved', 'executed')) = (sealed_file IS NOT NULL)
    AND (sealed_file IS NULL) = (file_sha256 IS NULL) AND (sealed_file IS NULL OR sealed_file ~ '^s1:')),
  ADD CONSTRAINT transfer_run_executed CHECK ((state = 'executed') = (executed_at IS NOT NULL) AND (executed_at IS NULL) = (executed_by_id IS NULL)),
  ADD CONSTRAINT transfer_run_withdrawn CHECK ((state = 'withdrawn') = (withdrawal IS NOT NULL));
CREATE TRIGGER transfer_run_stays BEFORE UPDATE ON "transfer_run" FOR EACH ROW
  WHEN ((to_jsonb(OLD) - ARRAY['state', 'approved_by_id', 'approved_at', 'sealed_file', 'file_sha256', 'executed_by_id', 'executed_at', 'withdrawal'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'approved_by_id', 'approved_at', 'sealed_file', 'file_sha256', 'executed_by_id', 'executed_at', 'withdrawal'])
    -- Once made, a file is the file.
    OR (OLD.file_sha256 IS NOT NULL AND OLD.file_sha256 IS DISTINCT FROM NEW.file_sha256))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfer_run_not_deleted BEFORE DELETE ON "transfer_run" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A statement is transferred once: what is planned or sent bars another, what was returned or dropped does not.
CREATE UNIQUE INDEX "transfer_once" ON "transfer" ("statement_id") WHERE state IN ('planned', 'sent');
ALTER TABLE "transfer"
  ADD CONSTRAINT transfer_returned CHECK ((state = 'returned') = (returned_at IS NOT NULL) AND (returned_at IS NULL) = (returned_by_id IS NULL)
    AND (returned_at IS NULL) = (return_reason IS NULL));
CREATE TRIGGER transfer_stays BEFORE UPDATE ON "transfer" FOR EACH ROW
  WHEN (OLD.state IN ('returned', 'dropped') OR (to_jsonb(OLD) - ARRAY['state', 'returned_by_id', 'returned_at', 'return_reason'])
    IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['state', 'returned_by_id', 'returned_at', 'return_reason']))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transfer_not_deleted BEFORE DELETE ON "transfer" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Exactly the statement's amount, to the statement's person, into an account of theirs.
CREATE FUNCTION transfer_pays_its_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM statement s JOIN bank_account b ON b.id = NEW.bank_account_id AND b.person_id = s.person_id
                 WHERE s.id = NEW.statement_id AND s.person_id = NEW.person_id AND s.transfer_yen = NEW.amount_yen AND NEW.amount_yen > 0) THEN
    RAISE EXCEPTION 'transfer % does not pay its statement', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER transfer_pays_statement BEFORE INSERT ON "transfer" FOR EACH ROW EXECUTE FUNCTION transfer_pays_its_statement();

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
