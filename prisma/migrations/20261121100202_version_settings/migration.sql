-- AlterTable
ALTER TABLE "client_terms" ADD COLUMN     "version" INTEGER;

-- AlterTable
ALTER TABLE "invoice_issuer" ADD COLUMN     "version" INTEGER;

-- AlterTable
ALTER TABLE "payer_account" ADD COLUMN     "version" INTEGER;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "roles_version" INTEGER NOT NULL DEFAULT 1;

-- What is there is numbered in the order it was said; nothing else of it changes.
ALTER TABLE "client_terms" DISABLE TRIGGER client_terms_append_only;
ALTER TABLE "invoice_issuer" DISABLE TRIGGER invoice_issuer_append_only;
ALTER TABLE "payer_account" DISABLE TRIGGER payer_account_stays;
UPDATE "client_terms" t SET version = n.version
  FROM (SELECT id, row_number() OVER (PARTITION BY client_id ORDER BY id) AS version FROM "client_terms") n WHERE n.id = t.id;
UPDATE "invoice_issuer" t SET version = n.version
  FROM (SELECT id, row_number() OVER (ORDER BY id) AS version FROM "invoice_issuer") n WHERE n.id = t.id;
UPDATE "payer_account" t SET version = n.version
  FROM (SELECT id, row_number() OVER (ORDER BY made_at, id) AS version FROM "payer_account") n WHERE n.id = t.id;
ALTER TABLE "client_terms" ENABLE ALWAYS TRIGGER client_terms_append_only;
ALTER TABLE "invoice_issuer" ENABLE ALWAYS TRIGGER invoice_issuer_append_only;
ALTER TABLE "payer_account" ENABLE ALWAYS TRIGGER payer_account_stays;
ALTER TABLE "client_terms" ALTER COLUMN "version" SET NOT NULL;
ALTER TABLE "invoice_issuer" ALTER COLUMN "version" SET NOT NULL;
ALTER TABLE "payer_account" ALTER COLUMN "version" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "client_terms_client_id_version_key" ON "client_terms"("client_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_issuer_version_key" ON "invoice_issuer"("version");

-- CreateIndex
CREATE UNIQUE INDEX "payer_account_version_key" ON "payer_account"("version");
