-- CreateTable
CREATE TABLE "data_check_run" (
    "id" UUID NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "checked" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "data_check_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_check_run_finished_at_idx" ON "data_check_run"("finished_at");
