-- CreateTable
CREATE TABLE "deposit_import" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "known" INTEGER NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "deposit_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deposit" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "paid_on" DATE NOT NULL,
    "amount_yen" INTEGER NOT NULL,
    "payer" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "deposit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deposit_match" (
    "deposit_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "fee_yen" INTEGER NOT NULL,
    "matched_by_id" UUID NOT NULL,
    "matched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deposit_match_pkey" PRIMARY KEY ("deposit_id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL,
    "deposit_id" UUID NOT NULL,
    "invoice_number" INTEGER NOT NULL,
    "amount_yen" INTEGER NOT NULL,
    "allocated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "deposit_import_file_id_key" ON "deposit_import"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "deposit_key_key" ON "deposit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "deposit_import_id_position_key" ON "deposit"("import_id", "position");

-- CreateIndex
CREATE INDEX "deposit_match_client_id_idx" ON "deposit_match"("client_id");

-- CreateIndex
CREATE INDEX "allocation_deposit_id_idx" ON "allocation"("deposit_id");

-- CreateIndex
CREATE INDEX "allocation_invoice_number_idx" ON "allocation"("invoice_number");

-- AddForeignKey
ALTER TABLE "deposit_import" ADD CONSTRAINT "deposit_import_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deposit" ADD CONSTRAINT "deposit_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "deposit_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deposit_match" ADD CONSTRAINT "deposit_match_deposit_id_fkey" FOREIGN KEY ("deposit_id") REFERENCES "deposit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deposit_match" ADD CONSTRAINT "deposit_match_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_deposit_id_fkey" FOREIGN KEY ("deposit_id") REFERENCES "deposit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "deposit" ADD CONSTRAINT deposit_amount CHECK (amount_yen > 0);
ALTER TABLE "deposit_match" ADD CONSTRAINT deposit_match_fee CHECK (fee_yen BETWEEN 0 AND 2000);
ALTER TABLE "allocation" ADD CONSTRAINT allocation_amount CHECK (amount_yen > 0);
ALTER TABLE "deposit_import" ADD CONSTRAINT deposit_import_confirmed CHECK ((confirmed_at IS NULL) = (confirmed_by_id IS NULL));

-- What is confirmed stays; before that a file taken in by mistake may go again.
CREATE FUNCTION refuse_when_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM deposit_import i WHERE i.confirmed_at IS NOT NULL
             AND i.id = coalesce((to_jsonb(OLD) ->> 'import_id')::uuid, (to_jsonb(OLD) ->> 'id')::uuid)) THEN
    RAISE EXCEPTION '% is confirmed: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER deposit_import_confirmed_stays BEFORE UPDATE OR DELETE ON "deposit_import" FOR EACH ROW EXECUTE FUNCTION refuse_when_confirmed();
CREATE TRIGGER deposit_import_no_truncate BEFORE TRUNCATE ON "deposit_import" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deposit_confirmed_stays BEFORE DELETE ON "deposit" FOR EACH ROW EXECUTE FUNCTION refuse_when_confirmed();
CREATE TRIGGER deposit_unchanged BEFORE UPDATE ON "deposit" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deposit_no_truncate BEFORE TRUNCATE ON "deposit" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deposit_match_append_only BEFORE UPDATE OR DELETE ON "deposit_match" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deposit_match_no_truncate BEFORE TRUNCATE ON "deposit_match" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER allocation_append_only BEFORE UPDATE OR DELETE ON "allocation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER allocation_no_truncate BEFORE TRUNCATE ON "allocation" EXECUTE FUNCTION refuse_change();

-- Nobody pays with more than arrived, nor more than an invoice asks for, nor somebody else's invoice.
CREATE FUNCTION allocation_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM deposit d LEFT JOIN deposit_match m ON m.deposit_id = d.id
    WHERE d.id = NEW.deposit_id AND (m.client_id IS NULL
      OR d.amount_yen + m.fee_yen < (SELECT sum(a.amount_yen) FROM allocation a WHERE a.deposit_id = d.id)
      OR NOT EXISTS (SELECT FROM invoice i WHERE i.number = NEW.invoice_number AND i.client_id = m.client_id))
  ) OR (SELECT i.total_yen FROM invoice i WHERE i.number = NEW.invoice_number ORDER BY i.version DESC LIMIT 1)
    < (SELECT sum(a.amount_yen) FROM allocation a WHERE a.invoice_number = NEW.invoice_number) THEN
    RAISE EXCEPTION 'deposit % does not pay % yen of invoice %', NEW.deposit_id, NEW.amount_yen, NEW.invoice_number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER allocation_within AFTER INSERT ON "allocation"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION allocation_fits();

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
