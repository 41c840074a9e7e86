CREATE TYPE "tax_holder" AS ENUM ('person', 'corporation');
CREATE TABLE "tax_profile" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "registration_number" TEXT,
    "holder" "tax_holder",
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tax_profile_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "tax_verification" (
    "id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "registration_number" TEXT NOT NULL,
    "verified_on" DATE NOT NULL,
    "verified_name" TEXT NOT NULL,
    "verified_by_id" UUID NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tax_verification_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "tax_profile_person_id_number_key" ON "tax_profile"("person_id", "number");
CREATE UNIQUE INDEX "tax_profile_id_registration_number_key" ON "tax_profile"("id", "registration_number");
CREATE INDEX "tax_verification_profile_id_idx" ON "tax_verification"("profile_id");
ALTER TABLE "tax_profile" ADD CONSTRAINT "tax_profile_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tax_verification" ADD CONSTRAINT "tax_verification_profile_id_registration_number_fkey" FOREIGN KEY ("profile_id", "registration_number") REFERENCES "tax_profile"("id", "registration_number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Thirteen digits whose first checks the others (法人番号の指定等に関する省令 2条): 9 less the weighted sum modulo 9.
CREATE FUNCTION is_corporate_number(digits text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT digits ~ '^\d{13}$' AND left(digits, 1)::int = 9 - (
    SELECT sum(substr(digits, 14 - n, 1)::int * (2 - n % 2)) FROM generate_series(1, 12) n) % 9
$$;

ALTER TABLE "tax_profile"
  ADD CONSTRAINT tax_profile_registration_number CHECK (registration_number ~ '^T\d{13}$'),
  ADD CONSTRAINT tax_profile_holder CHECK ((holder IS NULL) = (registration_number IS NULL)),
  ADD CONSTRAINT tax_profile_check_digit CHECK (holder IS DISTINCT FROM 'corporation' OR is_corporate_number(substr(registration_number, 2))),
  -- There were no qualified invoices before.
  ADD CONSTRAINT tax_profile_from CHECK (valid_from >= '2023-10-01'),
  ADD CONSTRAINT tax_profile_number CHECK (number >= 1);
ALTER TABLE "tax_verification" ADD CONSTRAINT tax_verification_names CHECK (verified_name <> '');

CREATE TRIGGER tax_profile_append_only BEFORE UPDATE OR DELETE ON "tax_profile" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tax_profile_no_truncate BEFORE TRUNCATE ON "tax_profile" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tax_verification_append_only BEFORE UPDATE OR DELETE ON "tax_verification" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tax_verification_no_truncate BEFORE TRUNCATE ON "tax_verification" EXECUTE FUNCTION refuse_change();
ALTER TABLE "tax_profile" ENABLE ALWAYS TRIGGER tax_profile_append_only, ENABLE ALWAYS TRIGGER tax_profile_no_truncate;
ALTER TABLE "tax_verification" ENABLE ALWAYS TRIGGER tax_verification_append_only, ENABLE ALWAYS TRIGGER tax_verification_no_truncate;

-- Each line carries the number in force on the day its work was received, as known when the statement is made.
ALTER TABLE "statement_line" ADD COLUMN "registration_number" TEXT;
CREATE OR REPLACE FUNCTION statement_lines_belong() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM new_lines l
    JOIN statement s ON s.id = l.statement_id
    JOIN pay_month m ON m.month = s.month
    JOIN ledger_posting p ON p.id = l.posting_id
    LEFT JOIN LATERAL (SELECT t.registration_number FROM tax_profile t WHERE t.person_id = p.person_id AND t.valid_from <= p.received_on
      ORDER BY t.number DESC LIMIT 1) held ON true
    WHERE m.state = 'closed' OR p.account <> 'payable' OR p.person_id IS DISTINCT FROM s.person_id
       OR p.received_on IS NULL OR p.received_on >= (to_date(s.month, 'YYYY-MM') + interval '1 month')
       OR l.registration_number IS DISTINCT FROM held.registration_number
  ) THEN
    RAISE EXCEPTION 'a line does not belong to its statement' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

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
END $$;
