-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'failed');

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sealed_content" TEXT,
    "is_private" BOOLEAN NOT NULL,
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "useful_until" TIMESTAMPTZ(3),
    "failure" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- What a mail says is sealed, and kept exactly as long as it waits.
ALTER TABLE "mail"
  ADD CONSTRAINT mail_sealed CHECK (sealed_content ~ '^s1:'),
  ADD CONSTRAINT mail_content_while_waiting CHECK ((state = 'waiting') = (sealed_content IS NOT NULL)),
  ADD CONSTRAINT mail_sent_at CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  ADD CONSTRAINT mail_language CHECK (language IN ('ja', 'en'));

-- The next to be sent; what went out is never looked at.
CREATE INDEX mail_due ON "mail" (next_attempt_at) WHERE state = 'waiting';
