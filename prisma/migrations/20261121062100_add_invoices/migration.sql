-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('invoice', 'reminder', 'quote', 'delivery_note', 'terms_notice', 'statement');

-- CreateEnum
CREATE TYPE "document_direction" AS ENUM ('issued', 'received');

-- CreateEnum
CREATE TYPE "invoice_line_kind" AS ENUM ('order', 'adjustment');

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "direction" "document_direction" NOT NULL DEFAULT 'issued',
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "transacted_on" DATE NOT NULL,
    "amount_yen" INTEGER,
    "counterparty_id" UUID NOT NULL,
    "counterparty_name" TEXT NOT NULL,
    "registration_number" TEXT,
    "supersedes_id" UUID,
    "file_id" UUID NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_terms" (
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "closing_day" INTEGER NOT NULL,
    "pay_months" INTEGER NOT NULL,
    "pay_day" INTEGER NOT NULL,
    "pays_before" BOOLEAN NOT NULL,
    "addressee" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "payer_names" TEXT[],
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "client_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_issuer" (
    "id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "registration_number" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "bank_account" TEXT NOT NULL,
    "rounding" TEXT NOT NULL DEFAULT 'floor',
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_issuer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "client_id" UUID NOT NULL,
    "corrects_id" UUID,
    "reason" TEXT,
    "language" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "issuer_name" TEXT NOT NULL,
    "registration_number" TEXT NOT NULL,
    "issuer_address" TEXT NOT NULL,
    "issuer_contact" TEXT NOT NULL,
    "bank_account" TEXT NOT NULL,
    "rounding" TEXT NOT NULL,
    "period_from" DATE NOT NULL,
    "closing_on" DATE NOT NULL,
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "line_count" INTEGER NOT NULL,
    "net_yen" INTEGER NOT NULL,
    "tax_yen" INTEGER NOT NULL,
    "total_yen" INTEGER NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "invoice_line_kind" NOT NULL,
    "order_id" UUID NOT NULL,
    "sold_on" DATE NOT NULL,
    "description" TEXT NOT NULL,
    "net_yen" INTEGER NOT NULL,
    "tax_rate_bp" INTEGER NOT NULL,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_transacted_on_idx" ON "document"("transacted_on");

-- CreateIndex
CREATE INDEX "document_counterparty_id_idx" ON "document"("counterparty_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_kind_subject_id_version_key" ON "document"("kind", "subject_id", "version");

-- CreateIndex
CREATE INDEX "client_terms_client_id_valid_from_idx" ON "client_terms"("client_id", "valid_from");

-- CreateIndex
CREATE INDEX "invoice_issuer_valid_from_idx" ON "invoice_issuer"("valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_corrects_id_key" ON "invoice"("corrects_id");

-- CreateIndex
CREATE INDEX "invoice_client_id_idx" ON "invoice"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_number_version_key" ON "invoice"("number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_id_version_key" ON "invoice"("id", "version");

-- CreateIndex
CREATE INDEX "invoice_line_order_id_idx" ON "invoice_line"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_line_invoice_id_position_key" ON "invoice_line"("invoice_id", "position");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_terms" ADD CONSTRAINT "client_terms_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "invoice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_version_fkey" FOREIGN KEY ("invoice_id", "version") REFERENCES "invoice"("id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ledger_posting"
  ADD CONSTRAINT ledger_posting_advance_names_client CHECK (account <> 'advance' OR client_id IS NOT NULL),
  ADD CONSTRAINT ledger_posting_discount_names_order CHECK (account <> 'discount' OR order_id IS NOT NULL);
ALTER TABLE "client_terms" ADD CONSTRAINT client_terms_days CHECK
  (closing_day BETWEEN 1 AND 31 AND pay_day BETWEEN 1 AND 31 AND pay_months BETWEEN 0 AND 6);
ALTER TABLE "invoice_issuer" ADD CONSTRAINT invoice_issuer_number CHECK (registration_number ~ '^T[1-9]\d{12}$' AND rounding IN ('floor', 'half_up', 'ceil'));
ALTER TABLE "document"
  ADD CONSTRAINT document_version CHECK (version >= 1 AND (version > 1 OR supersedes_id IS NULL)),
  ADD CONSTRAINT document_names CHECK (number <> '' AND counterparty_name <> '');
ALTER TABLE "invoice"
  ADD CONSTRAINT invoice_adds_up CHECK (total_yen = net_yen + tax_yen AND net_yen >= 0 AND tax_yen >= 0 AND line_count >= 1),
  ADD CONSTRAINT invoice_registration_number CHECK (registration_number ~ '^T[1-9]\d{12}$'),
  ADD CONSTRAINT invoice_days CHECK (period_from <= closing_on AND closing_on <= issued_on AND due_on >= closing_on),
  ADD CONSTRAINT invoice_correction_refers CHECK (version >= 1 AND (version = 1) = (corrects_id IS NULL) AND (version = 1) = (reason IS NULL));
ALTER TABLE "invoice_line" ADD CONSTRAINT invoice_line_amount CHECK (net_yen >= 0 OR kind = 'adjustment');
-- No order is billed twice: on first versions it stands once; corrections carry on what stands there.
CREATE UNIQUE INDEX invoice_line_order_once ON "invoice_line" (order_id, version) WHERE kind = 'order';

-- Kept as they were: nothing is changed, removed or emptied.
CREATE TRIGGER document_append_only BEFORE UPDATE OR DELETE ON "document" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_no_truncate BEFORE TRUNCATE ON "document" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER client_terms_append_only BEFORE UPDATE OR DELETE ON "client_terms" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER client_terms_no_truncate BEFORE TRUNCATE ON "client_terms" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_issuer_append_only BEFORE UPDATE OR DELETE ON "invoice_issuer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_issuer_no_truncate BEFORE TRUNCATE ON "invoice_issuer" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_append_only BEFORE UPDATE OR DELETE ON "invoice" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_no_truncate BEFORE TRUNCATE ON "invoice" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_line_append_only BEFORE UPDATE OR DELETE ON "invoice_line" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_line_no_truncate BEFORE TRUNCATE ON "invoice_line" EXECUTE FUNCTION refuse_change();

-- Numbers without gaps, one after another; a correction is the next version of its number, for the same client.
CREATE FUNCTION invoice_is_next() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('invoice', 0));
  IF NEW.version = 1 THEN
    IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM invoice) THEN
      RAISE EXCEPTION 'invoice % is not the next number', NEW.number USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NOT EXISTS (SELECT FROM invoice i WHERE i.id = NEW.corrects_id AND i.number = NEW.number
                    AND i.version = NEW.version - 1 AND i.client_id = NEW.client_id) THEN
    RAISE EXCEPTION 'invoice % version % does not follow the version it corrects', NEW.number, NEW.version USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_numbered BEFORE INSERT ON "invoice" FOR EACH ROW EXECUTE FUNCTION invoice_is_next();

-- An invoice has exactly its lines, for orders of its own client, and they come to its amount.
CREATE FUNCTION invoice_has_its_lines() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_invoice uuid := CASE TG_TABLE_NAME WHEN 'invoice' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'invoice_id')::uuid END;
BEGIN
  IF EXISTS (
    SELECT FROM invoice i LEFT JOIN invoice_line l ON l.invoice_id = i.id LEFT JOIN "order" o ON o.id = l.order_id
    WHERE i.id = of_invoice
    GROUP BY i.id HAVING count(l.id) <> i.line_count OR coalesce(sum(l.net_yen), 0) <> i.net_yen
      OR count(*) FILTER (WHERE o.client_id <> i.client_id) > 0
  ) THEN
    RAISE EXCEPTION 'the lines of invoice % do not come to it', of_invoice USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER invoice_whole AFTER INSERT ON "invoice"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION invoice_has_its_lines();
CREATE CONSTRAINT TRIGGER invoice_line_whole AFTER INSERT ON "invoice_line"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION invoice_has_its_lines();

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

-- Credit on purchases from suppliers who are not registered (所得税法等の一部を改正する法律（平成28年法律第15号）附則 52条・53条, as amended for 2026).
INSERT INTO "dated_rate" (kind, valid_from, valid_to, value, source, checked_on) VALUES
  ('input_credit_bp', '2023-10-01', '2026-10-01', 8000, '平成28年法律第15号 附則52条', '2026-11-20'),
  ('input_credit_bp', '2026-10-01', '2028-10-01', 7000, '令和8年度税制改正（平成28年法律第15号 附則の改正）', '2026-11-20'),
  ('input_credit_bp', '2028-10-01', '2030-10-01', 5000, '令和8年度税制改正（平成28年法律第15号 附則の改正）', '2026-11-20'),
  ('input_credit_bp', '2030-10-01', '2031-10-01', 3000, '令和8年度税制改正（平成28年法律第15号 附則の改正）', '2026-11-20');
