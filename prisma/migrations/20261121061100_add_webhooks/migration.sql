-- CreateEnum
CREATE TYPE "webhook_message_state" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "sealed_secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_message" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "webhook_message_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "status" INTEGER,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_person_id_idx" ON "webhook"("person_id");

-- CreateIndex
CREATE INDEX "webhook_message_webhook_id_id_idx" ON "webhook_message"("webhook_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_message_webhook_id_event_id_key" ON "webhook_message"("webhook_id", "event_id");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A secret never lies in the clear, and a webhook is told something.
ALTER TABLE "webhook"
  ADD CONSTRAINT webhook_sealed CHECK (sealed_secret ~ '^s1:'),
  ADD CONSTRAINT webhook_hears_something CHECK (cardinality(events) > 0);

-- Only what waits has a next time, and only what got through says when.
ALTER TABLE "webhook_message"
  ADD CONSTRAINT webhook_message_waits_until CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
  ADD CONSTRAINT webhook_message_delivered_at CHECK ((state = 'delivered') = (delivered_at IS NOT NULL));

-- What is due, however much was sent before.
CREATE INDEX webhook_message_due ON "webhook_message" (next_at) WHERE state = 'waiting';
