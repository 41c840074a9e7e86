-- CreateTable
CREATE TABLE "keyed_request" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "answer" JSONB,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "keyed_request_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateIndex
CREATE INDEX "keyed_request_asked_at_idx" ON "keyed_request"("asked_at");
