-- What a mail is about, and the file that goes with it: for terms notices this is the log of their delivery, which stays.
ALTER TABLE "mail" ADD COLUMN "subject_id" UUID;
ALTER TABLE "mail" ADD COLUMN "file_id" UUID;
ALTER TABLE "mail" ADD COLUMN "file_name" TEXT;
ALTER TABLE "mail" ADD CONSTRAINT "mail_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "mail_subject_id_idx" ON "mail"("subject_id");
-- A notice is on its way once at a time; sent again after it arrived or failed it is another mail.
CREATE UNIQUE INDEX "mail_on_its_way_once" ON "mail" ("kind", "subject_id") WHERE state = 'waiting';

CREATE TYPE "terms_step" AS ENUM ('opened', 'paper_asked', 'paper_given');
CREATE TABLE "terms_log" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "step" "terms_step" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_log_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "terms_link" (
    "token_hash" TEXT NOT NULL,
    "notice_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_link_pkey" PRIMARY KEY ("token_hash")
);
CREATE INDEX "terms_log_notice_id_idx" ON "terms_log"("notice_id");
ALTER TABLE "terms_log" ADD CONSTRAINT "terms_log_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "terms_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "terms_link" ADD CONSTRAINT "terms_link_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "terms_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Opened is when it was opened first.
CREATE UNIQUE INDEX "terms_log_opened_once" ON "terms_log" ("notice_id") WHERE step = 'opened';
CREATE TRIGGER terms_log_append_only BEFORE UPDATE OR DELETE ON "terms_log" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_log_no_truncate BEFORE TRUNCATE ON "terms_log" EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_link_append_only BEFORE UPDATE OR DELETE ON "terms_link" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_link_no_truncate BEFORE TRUNCATE ON "terms_link" EXECUTE FUNCTION refuse_change();

-- FL-3 3-1 to 3-7 and the guideline's twelve: nothing is left blank and every day is a day. Notices made before stay as they are.
ALTER TABLE "terms_notice" ADD CONSTRAINT terms_notice_whole CHECK ((
  body #>> '{orderer,name}' <> '' AND body #>> '{orderer,contact}' <> '' AND body #>> '{worker,name}' <> ''
  AND body ->> 'entrustedOn' ~ '^\d{4}-\d{2}-\d{2}$' AND body ->> 'title' <> '' AND body ->> 'description' <> ''
  AND body #>> '{delivery,due}' ~ '^\d{4}-\d{2}-\d{2}$' AND body #>> '{delivery,place}' <> '' AND body #>> '{delivery,method}' <> ''
  AND body #>> '{inspection,due}' ~ '^\d{4}-\d{2}-\d{2}$' AND body #>> '{inspection,due}' >= body #>> '{delivery,due}'
  AND (body #>> '{fee,unitPriceYen}')::int > 0 AND body #>> '{fee,unit}' <> ''
  AND body ->> 'paymentDue' ~ '^\d{4}-\d{2}-\d{2}$' AND body ->> 'paymentDue' >= body ->> 'entrustedOn' AND body ->> 'paymentRule' <> ''
  AND body ->> 'expenses' <> '' AND body ->> 'changeRule' <> '' AND body ->> 'defectRule' <> '' AND body ->> 'ipTerms' <> ''
  AND body ->> 'personalDataTerms' <> '' AND body ->> 'confidentiality' <> '' AND body ->> 'contactPerson' <> ''
) IS TRUE) NOT VALID;

DO $$
DECLARE
  guard record;
BEGIN
  FOR guard IN
    SELECT t.tgrelid::regclass AS relation, t.tgname AS name FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'O'
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', guard.relation, guard.name);
  END LOOP;
END $$;
