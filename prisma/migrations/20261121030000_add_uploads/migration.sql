-- Files on their way into an order, in pieces.
CREATE TYPE "upload_state" AS ENUM ('arriving', 'checking', 'taken', 'refused', 'cancelled');
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "received_bytes" BIGINT NOT NULL DEFAULT 0,
    "state" "upload_state" NOT NULL DEFAULT 'arriving',
    "refusal" JSONB,
    "items_added" INTEGER,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "upload_bytes" CHECK ("bytes" > 0 AND "received_bytes" BETWEEN 0 AND "bytes"),
    CONSTRAINT "upload_whole_when_checked" CHECK (("received_bytes" = "bytes") OR "state" IN ('arriving', 'cancelled')),
    CONSTRAINT "upload_says_what_came_of_it" CHECK (
      (("state" = 'taken') = ("items_added" IS NOT NULL))
      AND ("state" <> 'refused' OR "refusal" IS NOT NULL)
      AND ("refusal" IS NULL OR "state" IN ('refused', 'cancelled')))
);
CREATE INDEX "upload_order_id_person_id_idx" ON "upload"("order_id", "person_id");
-- What waits for a job: few rows of many.
CREATE INDEX "upload_unfinished" ON "upload"("moved_at") WHERE "state" IN ('arriving', 'checking');
ALTER TABLE "upload" ADD CONSTRAINT "upload_order_id_fkey"
  FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
