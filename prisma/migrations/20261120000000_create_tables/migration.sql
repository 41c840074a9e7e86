-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('making', 'ready', 'failed', 'accepted', 'change_requested');

-- CreateEnum
CREATE TYPE "ledger_account" AS ENUM ('worker_pay', 'review_pay', 'payable', 'receivable', 'revenue', 'tax_received');

-- CreateEnum
CREATE TYPE "terms_notice_kind" AS ENUM ('initial', 'supplement', 'change');

-- CreateEnum
CREATE TYPE "order_state" AS ENUM ('draft', 'submitted', 'quoted', 'agreed', 'running', 'delivered', 'accepted', 'closed', 'cancelled');

-- CreateEnum
CREATE TYPE "quote_state" AS ENUM ('offered', 'agreed', 'declined', 'superseded');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('worker', 'leader', 'director', 'coordinator', 'office', 'payroll', 'client', 'partner', 'municipality', 'pro');

-- CreateEnum
CREATE TYPE "person_state" AS ENUM ('active', 'left');

-- CreateEnum
CREATE TYPE "review_decision" AS ENUM ('accepted', 'returned', 'fixed');

-- CreateEnum
CREATE TYPE "pin_state" AS ENUM ('open', 'fixed', 'question', 'resolved');

-- CreateEnum
CREATE TYPE "split_state" AS ENUM ('running', 'done', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "assignment_state" AS ENUM ('held', 'open', 'claimed', 'submitted', 'returned', 'accepted', 'cancelled');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('corporation', 'municipality', 'client', 'partner');

-- CreateTable
CREATE TABLE "draft" (
    "assignment_id" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "active_seconds" INTEGER NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("assignment_id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "active_seconds" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'making',
    "formats" TEXT[],
    "items_total" INTEGER NOT NULL,
    "items_done" INTEGER NOT NULL DEFAULT 0,
    "file_id" UUID,
    "manifest" JSONB,
    "failure" TEXT,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actor_id" UUID,
    "order_id" UUID,
    "team_id" UUID,
    "person_id" UUID,
    "assignment_id" UUID,
    "subject_id" UUID,
    "reason" TEXT,
    "facts" JSONB NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "content_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "cause_id" UUID NOT NULL,
    "order_id" UUID,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_posting" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "account" "ledger_account" NOT NULL,
    "amount_yen" BIGINT NOT NULL,
    "person_id" UUID,
    "client_id" UUID,
    "order_id" UUID,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manual" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "manual_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause" (
    "id" UUID NOT NULL,
    "manual_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_notice" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "terms_notice_kind" NOT NULL,
    "supersedes_id" UUID,
    "body" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_receipt" (
    "notice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_receipt_pkey" PRIMARY KEY ("notice_id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "client_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "brief" TEXT NOT NULL DEFAULT '',
    "labels" JSONB NOT NULL,
    "due_on" DATE,
    "delivery_formats" TEXT[],
    "state" "order_state" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_reason" TEXT,
    "cancelled_owed_yen" INTEGER,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_item" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "order_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "quote_state" NOT NULL DEFAULT 'offered',
    "units" INTEGER NOT NULL,
    "seconds_per_unit" INTEGER NOT NULL,
    "unit_pay_yen" INTEGER NOT NULL,
    "review_share_bp" INTEGER NOT NULL,
    "overhead_bp" INTEGER NOT NULL,
    "price_yen" INTEGER NOT NULL,
    "tax_rate_bp" INTEGER NOT NULL,
    "tax_yen" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "offered_by_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "declined_reason" TEXT,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dated_rate" (
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "value" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "checked_on" DATE NOT NULL,

    CONSTRAINT "dated_rate_pkey" PRIMARY KEY ("kind","valid_from")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'ja',
    "colour_scheme" TEXT NOT NULL DEFAULT 'auto',
    "password_hash" TEXT,
    "state" "person_state" NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "team_id" UUID,
    "organisation_id" UUID,
    "order_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'ja',
    "memberships" JSONB NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "person_id" UUID,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "decision" "review_decision" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "fixed_answer" JSONB,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_lease" (
    "submission_id" UUID NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_lease_pkey" PRIMARY KEY ("submission_id")
);

-- CreateTable
CREATE TABLE "pin" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "x" DOUBLE PRECISION NOT NULL,
    "y" DOUBLE PRECISION NOT NULL,
    "clause_id" UUID,
    "state" "pin_state" NOT NULL DEFAULT 'open',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pin_message" (
    "id" UUID NOT NULL,
    "pin_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pin_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "split" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "state" "split_state" NOT NULL DEFAULT 'running',
    "units_per_task" INTEGER NOT NULL,
    "overlap" INTEGER NOT NULL DEFAULT 1,
    "tasks_total" INTEGER NOT NULL,
    "tasks_made" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "split_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "split_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "items_from" INTEGER NOT NULL,
    "items_to" INTEGER NOT NULL,
    "seconds" INTEGER NOT NULL,
    "fee_yen" INTEGER NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "slot" INTEGER NOT NULL,
    "state" "assignment_state" NOT NULL DEFAULT 'held',
    "team_id" UUID,
    "person_id" UUID,
    "terms_notice_id" UUID,
    "fee_yen" INTEGER NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allotment" (
    "order_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "share_bp" INTEGER NOT NULL,
    "tasks" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allotment_pkey" PRIMARY KEY ("order_id","team_id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "submission_assignment_id_revision_key" ON "submission"("assignment_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "submission_id_author_id_key" ON "submission"("id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_order_id_version_key" ON "delivery"("order_id", "version");

-- CreateIndex
CREATE INDEX "event_order_id_id_idx" ON "event"("order_id", "id");

-- CreateIndex
CREATE INDEX "event_person_id_id_idx" ON "event"("person_id", "id");

-- CreateIndex
CREATE INDEX "event_assignment_id_id_idx" ON "event"("assignment_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_sha256_key" ON "stored_file"("sha256");

-- CreateIndex
CREATE INDEX "ledger_entry_order_id_idx" ON "ledger_entry"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_cause_cause_id_key" ON "ledger_entry"("cause", "cause_id");

-- CreateIndex
CREATE INDEX "ledger_posting_entry_id_idx" ON "ledger_posting"("entry_id");

-- CreateIndex
CREATE INDEX "ledger_posting_account_person_id_posted_at_idx" ON "ledger_posting"("account", "person_id", "posted_at");

-- CreateIndex
CREATE INDEX "ledger_posting_order_id_account_idx" ON "ledger_posting"("order_id", "account");

-- CreateIndex
CREATE UNIQUE INDEX "manual_order_id_version_key" ON "manual"("order_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "clause_manual_id_number_key" ON "clause"("manual_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "terms_notice_order_id_person_id_version_key" ON "terms_notice"("order_id", "person_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "terms_notice_id_person_id_order_id_key" ON "terms_notice"("id", "person_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_receipt_notice_id_person_id_order_id_key" ON "terms_receipt"("notice_id", "person_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_number_key" ON "order"("number");

-- CreateIndex
CREATE INDEX "order_client_id_state_idx" ON "order"("client_id", "state");

-- CreateIndex
CREATE INDEX "order_state_due_on_idx" ON "order"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "order_item_order_id_position_key" ON "order_item"("order_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "order_item_order_id_name_key" ON "order_item"("order_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "quote_order_id_version_key" ON "quote"("order_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "membership_team_id_idx" ON "membership"("team_id");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "refresh_token_token_hash_key" ON "refresh_token"("token_hash");

-- CreateIndex
CREATE INDEX "refresh_token_session_id_idx" ON "refresh_token"("session_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "review_submission_id_key" ON "review"("submission_id");

-- CreateIndex
CREATE INDEX "review_assignment_id_idx" ON "review"("assignment_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_submission_id_author_id_key" ON "review"("submission_id", "author_id");

-- CreateIndex
CREATE INDEX "pin_submission_id_idx" ON "pin"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "pin_assignment_id_number_key" ON "pin"("assignment_id", "number");

-- CreateIndex
CREATE INDEX "pin_message_pin_id_idx" ON "pin_message"("pin_id");

-- CreateIndex
CREATE INDEX "split_order_id_idx" ON "split"("order_id");

-- CreateIndex
CREATE INDEX "task_split_id_idx" ON "task"("split_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_order_id_number_key" ON "task"("order_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "task_order_id_items_from_key" ON "task"("order_id", "items_from");

-- CreateIndex
CREATE INDEX "assignment_order_id_state_idx" ON "assignment"("order_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_task_id_slot_key" ON "assignment"("task_id", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_task_id_person_id_key" ON "assignment"("task_id", "person_id");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_posting" ADD CONSTRAINT "ledger_posting_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "ledger_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manual" ADD CONSTRAINT "manual_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause" ADD CONSTRAINT "clause_manual_id_fkey" FOREIGN KEY ("manual_id") REFERENCES "manual"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "terms_receipt" ADD CONSTRAINT "terms_receipt_notice_id_person_id_order_id_fkey" FOREIGN KEY ("notice_id", "person_id", "order_id") REFERENCES "terms_notice"("id", "person_id", "order_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_submission_id_author_id_fkey" FOREIGN KEY ("submission_id", "author_id") REFERENCES "submission"("id", "author_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_lease" ADD CONSTRAINT "review_lease_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin" ADD CONSTRAINT "pin_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin" ADD CONSTRAINT "pin_clause_id_fkey" FOREIGN KEY ("clause_id") REFERENCES "clause"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pin_message" ADD CONSTRAINT "pin_message_pin_id_fkey" FOREIGN KEY ("pin_id") REFERENCES "pin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split" ADD CONSTRAINT "split_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_split_id_fkey" FOREIGN KEY ("split_id") REFERENCES "split"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_terms_notice_id_person_id_order_id_fkey" FOREIGN KEY ("terms_notice_id", "person_id", "order_id") REFERENCES "terms_receipt"("notice_id", "person_id", "order_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allotment" ADD CONSTRAINT "allotment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allotment" ADD CONSTRAINT "allotment_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
